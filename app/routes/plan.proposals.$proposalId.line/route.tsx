import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { Opening, Part } from "~/app/components/part";
import { notFound, parseParams } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { askAboutLine } from "~/app/operations/proposal/ask-about-line";
import { describeLinePage } from "~/app/operations/proposal/describe-line";
import { proposalScene } from "~/app/operations/proposal/describe-reason";
import { proposalWords } from "~/app/operations/proposal/proposal-words";
import { readProposal } from "~/app/operations/proposal/read-proposal";
import type { Database } from "~/db/engine/database";
import { ChangesPart, ChoicesPart } from "./choices";
import { CreditPart, WhyPart } from "./credit";

const Params = z.object({ proposalId: z.uuid() });
const SECONDS = 2;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "proposal:read");
  const { db, now } = context;
  const { proposalId } = parseParams(Params, params);
  const { read, line } = await readLine(db, proposalId, request);
  const asked = await askAboutLine(db, { read, line: line.id, at: now() });
  if (asked.pending) context.wakeJobs();
  const t = translator(context.locale);
  const words = await proposalWords(db, { pack: context.pack, t, at: now() });
  const scene = proposalScene({ read, words, t });
  // What the last search found, whatever was locked since.
  const plan = read.run?.outcome.proposal.plan;
  const included = line.kind !== "needs" || (plan?.lines.some(({ activity }) => activity === line.id) ?? false);
  const described = describeLinePage({ ...line, included }, scene);
  const page = {
    ...described,
    wanted: described.asked,
    here: `/plan/proposals/${proposalId}`,
    proposal: read.proposal.name,
    revision: read.proposal.revision,
    included,
    changed: read.changed,
    mayEdit: may(viewer.roles, "proposal:edit") && read.proposal.state === "draft" && line.kind === "needs",
    asked,
  };
  return data(page, asked.pending ? { headers: { Refresh: String(SECONDS) } } : undefined);
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** Works out once more what failed. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  await requirePermission(context, request, "proposal:read");
  const { proposalId } = parseParams(Params, params);
  const { read, line } = await readLine(context.db, proposalId, request);
  await askAboutLine(context.db, { read, line: line.id, again: true, at: context.now() });
  context.wakeJobs();
  return redirect(lineHref(proposalId, line.id));
}

async function readLine(db: Database, proposalId: string, request: Request) {
  const read = await readProposal(db, proposalId);
  const id = new URL(request.url).searchParams.get("id");
  const line = read?.lines.find((each) => each.id === id);
  if (!read || !line) throw notFound("line");
  return { read, line };
}

function lineHref(proposalId: string, line: string): string {
  return `/plan/proposals/${proposalId}/line?id=${encodeURIComponent(line)}`;
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.title} · Meridian` }];

export type LinePage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ProposalLinePage() {
  const t = useTranslator();
  const page = useLoaderData<typeof loader>();
  const { asked } = page;
  return (
    <main className="page" id="main">
      <Opening
        before={
          <p>
            <a href={page.here}>{page.proposal}</a>
          </p>
        }
        title={page.title}
        finding={page.finding}
        terms={page.facts}
      >
        {!page.wanted && page.kind === "needs" && <span className="tag">{t("plan.in.nobodyAsked")}</span>}
        {page.stays && <p>{page.stays}</p>}
      </Opening>
      {page.changed && (
        <Part id="changed" title={t("plan.changed.title")}>
          <div className="callout callout-warn">
            <p>{t("plan.changed.body")}</p>
          </div>
        </Part>
      )}
      {asked.pending && (
        <Part id="pending" title={t("plan.one.pending")}>
          <p role="status">{t("plan.one.pendingBody")}</p>
        </Part>
      )}
      {asked.failures.length > 0 && (
        <Part id="failed" title={t("plan.one.failed")}>
          <div className="callout callout-bad">
            {asked.failures.map((failure) => (
              <p key={failure}>{failure}</p>
            ))}
            <form method="post">
              <button className="button button-second button-small" type="submit">
                {t("plan.one.again")}
              </button>
            </form>
          </div>
        </Part>
      )}
      {page.why && <WhyPart why={page.why} here={page.here} />}
      {page.credit && <CreditPart credit={page.credit} included={page.included} here={page.here} />}
      {page.changes && <ChangesPart changes={page.changes} />}
      {page.choices && <ChoicesPart choices={page.choices} />}
      {page.locking && (
        <Part id="hand" title={t("plan.hand.title")}>
          <p>{page.locking}</p>
          {page.mayEdit && (
            <form method="post" action={`${page.here}?index`} className="actions screen-only">
              <input type="hidden" name="revision" value={page.revision} />
              {(page.lock
                ? (["free"] as const)
                : page.included
                  ? (["lock", "drop"] as const)
                  : (["bring", "drop"] as const)
              ).map((act) => (
                <button
                  key={act}
                  className="button button-second"
                  type="submit"
                  name="intent"
                  value={`${act === "bring" ? "lock" : act} ${page.id}`}
                >
                  {t(`plan.do.${act}`)}
                </button>
              ))}
            </form>
          )}
        </Part>
      )}
    </main>
  );
}
