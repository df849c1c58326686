import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { notFound, parseParams } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { readPlanDocument } from "~/app/operations/read-plan-document";
import { PlanSheet } from "./plan-sheet";

const Params = z.object({ planId: z.uuid() });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "plan:read");
  const plan = await readPlanDocument(context.db, parseParams(Params, params));
  if (!plan) throw notFound("Plan");
  const t = translator(context.locale);
  return {
    plan,
    follows: may(viewer.roles, "activity:readAll"),
    facts: [
      [t("workPlan.contents"), t("workPlan.contentsValue", plan.counts)],
      [
        t("workPlan.approved"),
        plan.approvedByName
          ? t("workPlan.approvedBy", { name: plan.approvedByName, date: t.date(plan.approvedAt) })
          : t("workPlan.asPrinted", { date: t.date(plan.approvedAt) }),
      ],
    ] as const,
    differences: plan.differences.map(({ listingId, title, action, missing, surplus }) => ({
      listingId,
      title,
      action,
      missing: missing.map(label).join(", "),
      surplus: surplus.map(label).join(", "),
    })),
  };
}

/** "1-hh" as plans print it: "1-(hh)". */
function label(actionId: string): string {
  return actionId.replace(/^(\d+)-(.+)$/, "$1-($2)");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.plan.title} · Meridian` }];

export default function WorkPlan() {
  const t = useTranslator();
  const { plan, follows, facts, differences } = useLoaderData<typeof loader>();
  return (
    <main className="page plain-page" id="main">
      <div className="plan-page">
        <div className="plan-bar screen-only">
          <p>
            {t.rich("workPlan.bar", { b: (chunks) => <b key="b">{chunks}</b> })} {t("workPlan.printHint")}
          </p>
          <p className="actions">
            <a className="button" href={`/plan/${plan.id}.docx`}>
              {t("workPlan.docx")}
            </a>
            <a className="button button-second" href={`/plan/${plan.id}.csv`}>
              {t("workPlan.csv")}
            </a>
            <a href="/plan">{t("workPlan.back")}</a>
          </p>
        </div>
        <div className="plan-title" lang="en" dir="ltr">
          <h1>{plan.title}</h1>
          <dl className="terms plan-facts">
            {facts.map(([term, value]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
        <PlanSheet plan={plan} follows={follows} />
      </div>
      {differences.length > 0 && (
        <Part
          id="differences"
          title={t("workPlan.differences.title")}
          note={t("workPlan.differences.note")}
          full={
            <Table
              caption={t("workPlan.differences.title")}
              stack
              rows={differences}
              rowKey={({ listingId }) => listingId}
              columns={[
                {
                  id: "action",
                  head: t("workPlan.differences.action"),
                  cell: (row) => <span className="nowrap">{row.action}</span>,
                },
                {
                  id: "entry",
                  names: true,
                  head: t("workPlan.differences.entry"),
                  cell: (row) => <span lang="en">{row.title}</span>,
                },
                { id: "missing", head: t("workPlan.differences.missing"), cell: (row) => row.missing || "–" },
                { id: "surplus", head: t("workPlan.differences.surplus"), cell: (row) => row.surplus || "–" },
              ]}
            />
          }
        >
          <p>{t("workPlan.differences.finding", { count: differences.length, entries: plan.counts.entries })}</p>
        </Part>
      )}
    </main>
  );
}
