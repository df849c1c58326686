import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/app/auth/viewer.server";
import { MeanAxis, MeanRange } from "~/app/components/charts/mean-range";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { describeYear } from "~/app/operations/evaluation/describe-year";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "activity:readAll");
  const cycle = new URL(request.url).searchParams.get("cycle");
  return describeYear(context, { cycle, t: translator(context.locale) });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function YearOfEvaluations() {
  const t = useTranslator();
  const { title, cycleId, finding, terms, target, rows } = useLoaderData<typeof loader>();
  return (
    <main className="page" id="main">
      <Opening
        before={
          <p className="way-back screen-only">
            <a href={`/workshops?cycle=${cycleId}`}>{t("workshops.back")}</a>
          </p>
        }
        title={title}
        finding={finding}
        terms={terms}
      />
      <Part
        id="workshops"
        title={t("evaluation.year.table")}
        note={t("evaluation.year.note")}
        full={
          rows.length === 0 ? (
            <p className="empty">{t("evaluation.year.empty")}</p>
          ) : (
            <Table
              caption={title}
              stack
              rows={rows}
              rowKey={({ id }) => id}
              columns={[
                {
                  id: "title",
                  names: true,
                  head: t("workshops.list.activity"),
                  cell: (row) => <a href={`/workshops/${row.id}/evaluation`}>{row.title}</a>,
                },
                { id: "n", numeric: true, head: t("evaluation.items.n"), cell: ({ nText }) => nText },
                { id: "mean", numeric: true, head: t("evaluation.items.mean"), cell: ({ meanText }) => meanText },
                { id: "range", numeric: true, head: t("evaluation.items.range"), cell: ({ rangeText }) => rangeText },
                {
                  id: "plot",
                  head: (
                    <>
                      <span className="visually-hidden">{t("evaluation.items.plot")}</span>
                      <MeanAxis />
                    </>
                  ),
                  cell: ({ mean, lower, upper }) => (
                    <MeanRange mean={mean} lower={lower} upper={upper} target={target} />
                  ),
                },
                {
                  id: "outcome",
                  head: t("evaluation.year.outcome"),
                  cell: ({ outcome }) => (outcome ? t(`evaluation.year.outcome.${outcome}`) : "–"),
                },
              ]}
            />
          )
        }
      >
        {rows.length > 0 && (
          <p className="link-row">
            <a href={`/workshops/year.csv?cycle=${cycleId}`}>{t("evaluation.items.csv")}</a>
          </p>
        )}
      </Part>
    </main>
  );
}
