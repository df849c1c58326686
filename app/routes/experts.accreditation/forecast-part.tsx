import { PipelinePlot } from "~/app/components/charts/pipeline-plot";
import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { describeAccreditation } from "./describe-accreditation";

type Forecast = ReturnType<typeof describeAccreditation>["forecast"];

export function ForecastPart({ areas, note }: { readonly areas: Forecast; readonly note: string }) {
  const t = useTranslator();
  return (
    <Part id="forecast" title={t("experts.accreditation.forecast")} note={note}>
      <p className="source">{t("experts.accreditation.plotKey")}</p>
      {areas.map((area) => (
        <div key={area.id} className="stack">
          <h3>{area.heading}</h3>
          <PipelinePlot
            id={`forecast-${area.id}`}
            title={area.plotTitle}
            years={area.years}
            asked={area.asked}
            number={(value) => t.number(value, { maximumFractionDigits: 1 })}
          />
          <Table
            caption={area.caption}
            rows={area.years}
            rowKey={({ label }) => label}
            columns={[
              { id: "year", names: true, head: t("experts.accreditation.year"), cell: ({ label }) => label },
              { id: "nominated", numeric: true, head: t("experts.accreditation.nominated"), cell: (y) => y.nominated },
              {
                id: "screened",
                numeric: true,
                head: t("experts.accreditation.preScreened"),
                cell: (y) => y.preScreened,
              },
              { id: "attended", numeric: true, head: t("experts.accreditation.attended"), cell: (y) => y.attended },
              { id: "field", numeric: true, head: t("experts.accreditation.inMissions"), cell: (y) => y.inMissions },
              { id: "leads", numeric: true, head: t("experts.accreditation.leads"), cell: (y) => y.leads },
              { id: "led", numeric: true, head: t("experts.accreditation.led"), cell: (y) => y.ledText },
              { id: "without", numeric: true, head: t("experts.accreditation.ledWithout"), cell: (y) => y.withoutText },
              { id: "held", head: t("experts.accreditation.bottleneck"), cell: (y) => y.bottleneck },
            ]}
          />
        </div>
      ))}
      <p className="source link-row screen-only">
        <a href="/methods/accreditation-forecast">{t("experts.method")}</a>
      </p>
    </Part>
  );
}
