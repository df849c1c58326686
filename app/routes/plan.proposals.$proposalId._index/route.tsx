import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { Meter } from "~/app/components/meter";
import { Opening, Part } from "~/app/components/part";
import { notFound, parseParams, readForm } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { changeProposal } from "~/app/operations/proposal/change-proposal";
import { findOtherPlans, readOtherPlan } from "~/app/operations/proposal/other-plans";
import { proposalWords } from "~/app/operations/proposal/proposal-words";
import { readProposal } from "~/app/operations/proposal/read-proposal";
import { continueExplaining } from "~/app/operations/proposal/run-explanation";
import { ConflictError } from "~/db/conflict-error";
import { cancelJob } from "~/db/jobs";
import { findFunders } from "~/db/members";
import { findPlans } from "~/db/plans";
import { ClashPart, ComparePart, MoneyPart, PricesPart, UnmetPart } from "./figures";
import { InPart, OutPart } from "./lines";
import { loadPage } from "./load-page";
import { describeConflict, parseChange } from "./parse-change";
import { ConflictPart, SettingsPart } from "./settings-part";
import { BudgetsPart, ExplainedPart, StaysPart } from "./worth";

const Params = z.object({ proposalId: z.uuid() });
const SECONDS = 2;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "proposal:read");
  const t = translator(context.locale);
  const read = await readProposal(context.db, parseParams(Params, params).proposalId);
  if (!read) throw notFound("proposal");
  const words = await proposalWords(context.db, { pack: context.pack, t, at: context.now() });
  const [beside] = await findOtherPlans(context.db, read);
  const page = loadPage({
    read,
    beside: beside ? await readOtherPlan(context.db, read, beside.id) : undefined,
    words,
    t,
    search: new URL(request.url).searchParams,
    funders: await findFunders(context.db),
    currency: context.pack.costs.currency.value,
    mayEdit: may(viewer.roles, "proposal:edit"),
    mayApprove: may(viewer.roles, "proposal:approve"),
    plan: (await findPlans(context.db)).find(({ proposalId }) => proposalId === read.proposal.id)?.id ?? null,
  });
  return data(page, page.search ? { headers: { Refresh: String(SECONDS) } } : undefined);
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "proposal:edit");
  const { proposalId } = parseParams(Params, params);
  const t = translator(context.locale);
  const form = await readForm(request);
  const actor = { personId: viewer.personId };
  const at = context.now();
  const here = `/plan/proposals/${proposalId}`;
  if (form.get("intent") === "cancel") {
    const job = (await readProposal(context.db, proposalId))?.job;
    if (job) await cancelJob(context.db, { id: job.id, at });
    return redirect(here);
  }
  if (form.get("intent") === "explain") {
    await continueExplaining(context.db, { proposalId, at });
    context.wakeJobs();
    return redirect(here);
  }
  const parsed = parseChange(
    form,
    (await findFunders(context.db)).map(({ id }) => id),
    t,
  );
  if ("errors" in parsed) return data({ errors: parsed.errors, conflict: null }, { status: 400 });
  const { change, baseRevision } = parsed;
  try {
    await changeProposal(context.db, { proposalId, baseRevision, change, actor, at });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const read = await readProposal(context.db, proposalId);
    if (!read) throw notFound("proposal");
    const words = await proposalWords(context.db, { pack: context.pack, t, at });
    return data(
      { errors: {}, conflict: describeConflict({ read, words, t, change, baseRevision, form }) },
      { status: 409 },
    );
  }
  context.wakeJobs();
  const view = new URL(request.url).searchParams.toString();
  return redirect(change.intent === "discard" ? "/plan" : view ? `${here}?${view}` : here);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.title} · Meridian` }];

export default function ProposalPage() {
  const t = useTranslator();
  const page = useLoaderData<typeof loader>();
  const wrong = useActionData<typeof action>();
  const { mayEdit, search } = page;
  return (
    <main className="page" id="main">
      <Opening
        title={page.title}
        finding={page.finding}
        terms={page.terms}
        actions={
          <>
            {page.plan && (
              <a className="button" href={`/plan/${page.plan}`}>
                {t("plan.do.open")}
              </a>
            )}
            {page.mayApprove && !page.changed && page.solved && !search && (
              <a className="button" href={`${page.here}/approve`}>
                {t("plan.do.approve")}
              </a>
            )}
            {mayEdit && !search && (
              <form method="post">
                <input type="hidden" name="revision" value={page.revision} />
                <button
                  className={page.changed || !page.solved ? "button" : "button button-second"}
                  name="intent"
                  value="solve"
                  type="submit"
                >
                  {t("plan.do.solve")}
                </button>
              </form>
            )}
            {page.solved && <a href={`${page.here}.csv`}>{t("plan.do.csv")}</a>}
          </>
        }
      />
      {wrong?.conflict && <ConflictPart conflict={wrong.conflict} />}
      {search && (
        <Part id="search" title={t("plan.search.title")}>
          <div className="stack" role="status">
            <Meter part={search.part} of={search.of} label={search.text} />
            <p>{search.text}</p>
            {mayEdit && (
              <form method="post">
                <button className="button button-second" name="intent" value="cancel" type="submit">
                  {t("plan.do.cancel")}
                </button>
              </form>
            )}
          </div>
        </Part>
      )}
      {page.changed && !search && (
        <Part id="changed" title={t("plan.changed.title")}>
          <div className="callout callout-warn">
            <p>{t("plan.changed.body")}</p>
          </div>
        </Part>
      )}
      {page.clash && <ClashPart rows={page.clash} />}
      {page.money && <MoneyPart money={page.money} />}
      {page.hand && (
        <Part id="hand" title={t("plan.hand.title")}>
          <div className="callout callout-warn">
            <p>{page.hand}</p>
            {page.free && (
              <p>
                <a href={`${page.here}/compare?with=free`}>{t("plan.hand.see")}</a>
              </p>
            )}
            {mayEdit && !search && (
              <form method="post">
                <input type="hidden" name="revision" value={page.revision} />
                <button className="button button-second button-small" name="intent" value="freeAll" type="submit">
                  {t("plan.hand.undo")}
                </button>
              </form>
            )}
          </div>
        </Part>
      )}
      {page.explained && !search && <ExplainedPart page={page} explained={page.explained} />}
      {page.solved && <InPart page={page} />}
      {page.solved && <OutPart page={page} />}
      {page.unmet.length > 0 && <UnmetPart texts={page.unmet} />}
      {page.compare && <ComparePart compare={page.compare} here={page.here} />}
      {page.solved && <PricesPart rows={page.prices} />}
      {page.budgets.length > 0 && <BudgetsPart rows={page.budgets} />}
      {page.replicates && <StaysPart stays={page.replicates} here={page.here} />}
      {mayEdit && !search && <SettingsPart page={page} errors={wrong?.errors ?? {}} />}
    </main>
  );
}
