import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { ErrorSummary, Field } from "~/app/components/field";
import { Opening, Part } from "~/app/components/part";
import { type FormErrors, formErrors, notFound, parseParams, readForm, textFields } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { approveSolvedProposal, decisionsOf } from "~/app/operations/proposal/approve-proposal";
import { readProposal } from "~/app/operations/proposal/read-proposal";
import { ConflictError } from "~/db/conflict-error";
import { findPlanOfCycle, findPlans } from "~/db/plans";

const Params = z.object({ proposalId: z.uuid() });
const Form = z.object({ revision: z.coerce.number().int() });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "proposal:approve");
  const t = translator(context.locale);
  const read = await readProposal(context.db, parseParams(Params, params).proposalId);
  if (!read) throw notFound("proposal");
  const { proposal, run, lines, changed } = read;
  const solved = run?.outcome.proposal;
  const included = lines.filter((line) => line.included);
  const needs = included.filter(({ kind }) => kind === "needs").length;
  const decisions = await decisionsOf(context.db, read);
  const planned = decisions.filter(({ line }) => line !== null).length;
  const cycle = t.cycle(proposal.cycleId);
  return {
    here: `/plan/proposals/${proposal.id}`,
    title: t("plan.approve.title", { name: proposal.name }),
    finding: t("plan.approve.finding", { cycle }),
    revision: proposal.revision,
    name: viewer.name,
    stop: !solved?.plan ? t("plan.approve.unsolved") : changed ? t("plan.approve.changed") : null,
    facts: [
      t("plan.approve.lines", { lines: needs, given: included.length - needs }),
      t("plan.approve.requests", { planned, not: decisions.length - planned }),
      ...((await findPlanOfCycle(context.db, proposal.cycleId)) ? [t("plan.approve.replaces", { cycle })] : []),
      ...(solved?.gap ? [t("plan.approve.gap", { gap: t.percent(solved.gap, 2) })] : []),
    ],
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "proposal:approve");
  const { proposalId } = parseParams(Params, params);
  const t = translator(context.locale);
  const fields = textFields(await readForm(request));
  const parsed = Form.safeParse(fields);
  if (!parsed.success) throw notFound("revision");
  const name = (fields.name ?? "").trim();
  const errors: FormErrors = {
    ...(name === "" ? { name: [t("plan.approve.nameMissing")] } : {}),
    ...(fields.confirm === "yes" ? {} : { confirm: [t("plan.approve.confirmMissing")] }),
  };
  if (Object.keys(errors).length > 0) return formErrors(errors, fields);
  try {
    const plan = await approveSolvedProposal(context.db, {
      proposalId,
      baseRevision: parsed.data.revision,
      approvedByName: name,
      pack: context.pack,
      actor: { personId: viewer.personId },
      at: context.now(),
    });
    return redirect(`/plan/${plan.id}`);
  } catch (error) {
    if (error instanceof ConflictError && error.reason === "alreadyApproved") {
      const plan = (await findPlans(context.db)).find((each) => each.proposalId === proposalId);
      return redirect(plan ? `/plan/${plan.id}` : "/plan");
    }
    if (error instanceof ConflictError)
      return data({ errors: { "": [t("plan.approve.conflict")] }, values: fields }, { status: 409 });
    if (error instanceof RangeError)
      return data({ errors: { "": [t("plan.approve.changed")] }, values: fields }, { status: 409 });
    throw error;
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.title} · Meridian` }];

export default function ApprovePage() {
  const t = useTranslator();
  const page = useLoaderData<typeof loader>();
  const wrong = useActionData<typeof action>();
  const errors: FormErrors = wrong?.errors ?? {};
  return (
    <main className="page form-page" id="main">
      <Opening title={page.title} finding={page.finding} />
      <Part id="what" title={t("plan.approve.what")}>
        {page.stop && <p className="callout callout-bad">{page.stop}</p>}
        {!page.stop && (
          <>
            <ul className="stack">
              {page.facts.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
            <form method="post" className="stack" noValidate>
              <ErrorSummary title={t("plan.set.errors")} errors={errors} />
              <input type="hidden" name="revision" value={page.revision} />
              <Field id="name" label={t("plan.approve.name")} hint={t("plan.approve.nameHint")} errors={errors.name}>
                {(control) => <input {...control} className="input" defaultValue={page.name} autoComplete="name" />}
              </Field>
              <div className={errors.confirm ? "field has-error" : "field"}>
                {errors.confirm && <p className="field-error">{errors.confirm.join(" ")}</p>}
                <label className="check" htmlFor="confirm">
                  <input type="checkbox" id="confirm" name="confirm" value="yes" /> {t("plan.approve.confirm")}
                </label>
              </div>
              <p className="actions">
                <button className="button" type="submit">
                  {t("plan.approve.do")}
                </button>
                <a href={page.here}>{t("plan.one.back")}</a>
              </p>
            </form>
          </>
        )}
        {page.stop && (
          <p>
            <a href={page.here}>{t("plan.one.back")}</a>
          </p>
        )}
      </Part>
    </main>
  );
}
