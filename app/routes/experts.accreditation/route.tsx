import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { ExpertsTabs } from "~/app/components/experts-tabs";
import { Opening, Part } from "~/app/components/part";
import { SupplyRun } from "~/app/components/supply-run";
import { Table } from "~/app/components/table";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { describeRun } from "~/app/operations/supply/describe-run";
import { readSupply, readSupplyNames } from "~/app/operations/supply/read-supply";
import { supplyWords } from "~/app/operations/supply/supply-words";
import { describeAccreditation } from "./describe-accreditation";
import { ForecastPart } from "./forecast-part";
import { WorkshopPart } from "./workshop-part";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "accreditation:read");
  const t = translator(context.locale);
  const state = await readSupply(context.db);
  const { run } = state;
  const names =
    run &&
    (await readSupplyNames(context.db, {
      asOf: context.now().toISOString().slice(0, 10),
      cycleId: run.document.scene.cycleId,
    }));
  return {
    title: t("experts.accreditation.title"),
    job: describeRun(state, { mayRun: may(viewer.roles, "supply:run") && state.round !== undefined, t }),
    advice:
      run && names
        ? describeAccreditation(run.document, { words: supplyWords(names, { pack: context.pack, t }), t })
        : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Accreditation() {
  const t = useTranslator();
  const { title, job, advice } = useLoaderData<typeof loader>();
  if (!advice)
    return (
      <main className="page" id="main">
        <Opening title={title} finding={t("experts.accreditation.none")}>
          <SupplyRun state={job} filled />
          <ExpertsTabs />
        </Opening>
      </main>
    );
  const { finding, terms, overview, workshops, best, forecast, forecastNote } = advice;
  return (
    <main className="page" id="main">
      <Opening title={title} finding={finding} terms={terms}>
        <ExpertsTabs />
      </Opening>
      <Part id="overview" title={t("experts.accreditation.overview")} note={t("experts.accreditation.overviewNote")}>
        <Table
          caption={t("experts.accreditation.overviewCaption")}
          stack
          rows={overview}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "area",
              names: true,
              head: t("experts.accreditation.area"),
              cell: ({ id, name, recommended }) => (
                <a href={recommended ? `#h-workshop-${id}` : `/experts/areas/${id}`}>{name}</a>
              ),
            },
            {
              id: "advice",
              head: t("experts.accreditation.advice"),
              cell: ({ recommended }) =>
                recommended ? (
                  <span className="tag tag-now">{t("experts.accreditation.recommended")}</span>
                ) : (
                  <span className="muted">{t("experts.accreditation.notNeeded")}</span>
                ),
            },
            { id: "group", head: t("experts.accreditation.group"), cell: ({ group }) => group },
            { id: "empty", numeric: true, head: t("experts.accreditation.empty"), cell: ({ empty }) => empty },
            { id: "gain", numeric: true, head: t("experts.accreditation.gain"), cell: ({ gain }) => gain },
            { id: "seats", numeric: true, head: t("experts.accreditation.seats"), cell: ({ seats }) => seats },
            { id: "waiting", numeric: true, head: t("experts.accreditation.waiting"), cell: ({ waiting }) => waiting },
          ]}
        />
        <p className="source link-row screen-only">
          <a href="/experts/accreditation.csv">{t("experts.csv")}</a>{" "}
          <a href="/methods/accreditation-workshops">{t("experts.method")}</a>
        </p>
      </Part>
      {workshops.map((workshop) => (
        <WorkshopPart key={workshop.id} workshop={workshop} />
      ))}
      <Part id="best" title={t("experts.accreditation.best")} note={t("experts.accreditation.bestNote")}>
        {best.length === 0 ? (
          <p>{t("experts.accreditation.bestNone")}</p>
        ) : (
          <ul className="list">
            {best.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        <p className="source link-row screen-only">
          <a href="/methods/value-of-accreditation">{t("experts.method")}</a>
        </p>
      </Part>
      <ForecastPart areas={forecast} note={forecastNote} />
    </main>
  );
}
