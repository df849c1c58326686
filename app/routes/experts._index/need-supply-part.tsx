import { NeedSupplyPlot, type NeedSupplyPoint } from "~/app/components/charts/need-supply-plot";
import { Part } from "~/app/components/part";
import { type Tab, Tabs } from "~/app/components/tabs";
import { useTranslator } from "~/app/i18n/use-translator";

interface NeedSupplyPartProps {
  readonly tabs: readonly Tab[];
  readonly plot: {
    readonly points: readonly NeedSupplyPoint[];
    readonly cut: number | null;
    readonly title: string;
    readonly source: string;
    readonly unplacedText: string | null;
  };
}

export function NeedSupplyPart({ tabs, plot }: NeedSupplyPartProps) {
  const t = useTranslator();
  return (
    <Part
      id="plot"
      title={t("experts.plot.heading")}
      note={
        <>
          {t("experts.plot.note")} {plot.cut !== null && t("experts.plot.noteCut")}
        </>
      }
    >
      <Tabs label={t("experts.column.label")} tabs={tabs} />
      {plot.points.length === 0 ? (
        <p className="empty">{t("experts.plot.none")}</p>
      ) : (
        <NeedSupplyPlot
          id="need-supply"
          points={plot.points}
          cut={plot.cut}
          mirrored={t.locale === "x-rtl"}
          number={(value) => t.number(value)}
          texts={{
            title: plot.title,
            description: t("experts.plot.description"),
            accredit: [t("experts.plot.accredit"), t("experts.plot.accreditNote")],
            trainNow: [t("experts.plot.trainNow"), t("experts.plot.trainNowNote")],
            borrow: [t("experts.plot.borrow"), t("experts.plot.borrowNote")],
            watch: [t("experts.plot.watch"), t("experts.plot.watchNote")],
            cut: t("experts.plot.cut"),
            short: t("experts.plot.short"),
            spare: t("experts.plot.spare"),
          }}
        />
      )}
      <div className="source">
        <p>
          {plot.source} {plot.unplacedText}
        </p>
        <p className="link-row screen-only">
          <a href="/experts/areas.csv">{t("experts.csv")}</a>{" "}
          <a href="/methods/need-against-supply">{t("experts.method")}</a>
        </p>
      </div>
    </Part>
  );
}
