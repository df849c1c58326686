import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/app/auth/viewer.server";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { findPlans } from "~/db/plans";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "plan:read");
  const t = translator(context.locale);
  const plans = await findPlans(context.db);
  return {
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
  const { title, finding, plans } = useLoaderData<typeof loader>();
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
    </main>
  );
}
