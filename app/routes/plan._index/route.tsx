import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { findAnalysisRuns } from "~/db/analysis-runs";
import { findCycle } from "~/db/cycles";
import { findPlans } from "~/db/plans";
import { findProposals } from "~/db/proposals";
import { cycleAfter } from "~/db/regions/cycle-dates";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "plan:read");
  const t = translator(context.locale);
  const plans = await findPlans(context.db);
  const proposals = may(viewer.roles, "proposal:read") ? await findProposals(context.db) : null;
  const [ranking] = await findAnalysisRuns(context.db, { kind: "ranking", limit: 1 });
  const held = ranking?.cycleId ? await findCycle(context.db, ranking.cycleId) : undefined;
  return {
    make:
      may(viewer.roles, "proposal:edit") && held ? t("plan.list.make", { cycle: t.cycle(cycleAfter(held).id) }) : null,
    proposals:
      proposals?.map((proposal) => ({
        id: proposal.id,
        name: proposal.name,
        cycle: t.cycle(proposal.cycleId),
        state: t(`plan.state.${proposal.state}`),
      })) ?? null,
    title: t("workPlan.list.title"),
    finding: t("workPlan.list.finding", { count: plans.length }),
    plans: plans.map((plan) => ({
      id: plan.id,
      cycle: t.cycle(plan.cycleId),
      title: plan.title,
      origin:
        plan.origin === "approved"
          ? t("workPlan.list.approved", { name: plan.approvedByName, date: t.date(plan.approvedAt) })
          : t("workPlan.list.loaded"),
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Plans() {
  const t = useTranslator();
  const { title, finding, plans, proposals, make } = useLoaderData<typeof loader>();
  return (
    <main className="page" id="main">
      <Opening title={title} finding={finding} />
      <Part id="plans" title={t("workPlan.list.plans")}>
        {plans.length === 0 ? (
          <p className="empty">{t("workPlan.list.empty")}</p>
        ) : (
          <Table
            caption={title}
            stack
            rows={plans}
            rowKey={({ id }) => id}
            columns={[
              { id: "cycle", head: t("workPlan.list.cycle"), cell: (plan) => plan.cycle },
              {
                id: "title",
                names: true,
                head: t("workPlan.list.plan"),
                cell: (plan) => <a href={`/plan/${plan.id}`}>{plan.title}</a>,
              },
              { id: "origin", head: t("workPlan.list.origin"), cell: (plan) => plan.origin },
            ]}
          />
        )}
      </Part>
      {proposals && (
        <Part id="proposals" title={t("plan.list.title")} note={t("plan.list.note")}>
          {proposals.length === 0 ? (
            <p className="empty">{t(make ? "plan.list.empty" : "plan.list.noRanking")}</p>
          ) : (
            <Table
              caption={t("plan.list.title")}
              stack
              rows={proposals}
              rowKey={({ id }) => id}
              columns={[
                {
                  id: "name",
                  names: true,
                  head: t("plan.list.name"),
                  cell: (row) => <a href={`/plan/proposals/${row.id}`}>{row.name}</a>,
                },
                { id: "cycle", head: t("plan.list.cycle"), cell: (row) => row.cycle },
                { id: "state", head: t("plan.list.state"), cell: (row) => row.state },
              ]}
            />
          )}
          {make && (
            <form method="post" action="/plan/proposals/new">
              <button className="button" type="submit">
                {make}
              </button>
            </form>
          )}
        </Part>
      )}
    </main>
  );
}
