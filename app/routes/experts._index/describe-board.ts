import type { Translator } from "~/app/i18n/translate";
import { describeRules } from "~/app/operations/supply/describe-rules";
import {
  DEMAND_COLUMNS,
  type DemandColumn,
  type SupplyNames,
  type SupplyState,
  supplyOfColumn,
} from "~/app/operations/supply/read-supply";
import { supplyWords } from "~/app/operations/supply/supply-words";
import type { RegionPack } from "~/db/regions/pack-schema";
import { describeBlocking, describeClosing, describePlot, findingOf } from "./describe-gap";
import { describeAssumptions, describeLosses, describeSole } from "./describe-people";

interface BoardInput {
  readonly run: NonNullable<SupplyState["run"]>;
  readonly names: SupplyNames;
  readonly column: DemandColumn;
  readonly pack: RegionPack;
  readonly t: Translator;
  /** Members' conduct may be named. */
  readonly office: boolean;
}

/** The whole page of the gap as sentences, figures and rows. */
export function describeBoard({ run, names, column, pack, t, office }: BoardInput) {
  const { document } = run;
  const { result, scene, parameters } = document;
  const words = supplyWords(names, { pack, t });
  const told = { t, words };
  const shown = supplyOfColumn(document, column);
  const counts = { requested: result.requested, scenario: result.requestedAndImplied, planned: result.planned };
  const { settings } = parameters;
  const asking = new Set(result.demand.requested.flatMap(({ members }) => members)).size;
  const plot = describePlot(shown.areas, { document, topics: names.topics, registered: names.areas, t, words });
  const blocking = describeBlocking(result.requested.pool.led, told);
  const signed = (value: number) => (value > 0 ? `+${t.number(value)}` : t.number(value));
  const one = result.requested.all;
  const ledWithout = one.led.byTopic
    .filter(({ id }) => names.topics.get(id)?.accreditationAreaId === null)
    .reduce((sum, { fillableFirst }) => sum + fillableFirst, 0);

  return {
    finding: findingOf(result.requested.pool.led, told),
    terms: [
      [
        t("experts.gap.asked"),
        t("experts.gap.askedValue", {
          missions: result.requested.pool.missions,
          members: asking,
          answered: result.n,
          others: result.requestedWithoutArea,
        }),
      ],
      [
        t("experts.gap.leads"),
        t("experts.gap.leadsValue", { leads: result.counts.deployableLeads, accredited: result.counts.accredited }),
      ],
      [t("experts.gap.run"), t("experts.gap.runValue", { date: t.dateTime(run.at, pack.manifest.seat.timeZone) })],
    ] as const,
    tabs: DEMAND_COLUMNS.map((name) => ({
      href: name === "requested" ? "/experts" : `/experts?demand=${name}`,
      label: t(`experts.column.${name}`),
      note: t.number(counts[name].pool.missions),
      current: name === column,
    })),
    plot: {
      ...plot,
      title: t("experts.plot.title", { count: plot.points.length }),
      source: t("experts.plot.source", {
        count: plot.points.length,
        confirmed: settings.missionsConfirmed,
        unconfirmed: settings.missionsUnconfirmed,
      }),
      unplacedText: plot.unplaced.length > 0 ? t("experts.plot.unplaced", { areas: t.list(plot.unplaced) }) : null,
    },
    blocking,
    closing: blocking ? describeClosing(blocking.areas, document, told) : [],
    sole: { ...describeSole(document, { ...told, experts: names.experts }), led: result.robustness.filled },
    losses: describeLosses(document, told),
    scopes: {
      rows: DEMAND_COLUMNS.flatMap((name) =>
        (["accreditedAlone", "pool", "all"] as const).map((scope) => {
          const { missions, led, staffed } = counts[name][scope];
          return {
            key: `${name} ${scope}`,
            demand: t(`experts.column.${name}`),
            who: t(`experts.scope.${scope}`),
            missions,
            led: led.filled,
            leadShort: led.shortage,
            staffed: staffed.missionsStaffed,
            seatsShort: t("experts.scope.of", { part: staffed.shortage, whole: staffed.seats }),
          };
        }),
      ),
      source: scene.plan
        ? t("experts.scope.source", { plan: scene.plan.title, cycle: t.cycle(scene.plan.cycleId) })
        : t("experts.scope.noPlan"),
      without:
        result.requestedWithoutArea > 0
          ? t("experts.scope.without", { led: ledWithout, missions: result.requestedWithoutArea })
          : null,
    },
    areas: {
      rows: shown.areas.map((area) => ({
        id: area.area,
        place: area.place === null ? null : t.number(area.place),
        name: words.area(area.area),
        quadrant: area.quadrant === null ? t("experts.areas.unranked") : t(`experts.plot.${area.quadrant}`),
        score:
          area.score === null ? null : t.number(area.score, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
        asked: area.asked,
        led: area.canBeLed,
        difference: signed(area.difference),
        candidates: area.canBeLedWithCandidates,
      })),
      note: t("experts.areas.note", {
        count: document.inputs.topics.filter(({ area, place }) => area === null && place !== null).length,
      }),
      source: t("experts.areas.source", { led: shown.supply.pool.led.filled }),
    },
    topics: {
      rows: result.demand.byTopic
        .filter(({ requested, implied, planned }) => requested + implied + planned > 0)
        .toSorted((a, b) => b.requested - a.requested || b.implied - a.implied || b.planned - a.planned)
        .map(({ topic, area, requested, implied, planned }) => ({
          id: topic,
          name: words.topic(topic),
          area: area === null ? null : { id: area, name: words.area(area) },
          requested,
          implied,
          planned,
        })),
      totals: [result.demand.requested.length, result.demand.implied.length, result.demand.planned.length] as const,
      note: t("experts.topics.note", {
        importance: settings.impliedImportance,
        discrepancy: settings.impliedDiscrepancy,
      }),
      aside: asideText(document, t),
    },
    assumptions: describeAssumptions(document, told).filter(({ people }) => office || people.length > 0),
    rules: describeRules(names.settings, t),
  };
}

function asideText({ result, parameters }: BoardInput["run"]["document"], t: Translator): string | null {
  const count = result.demand.setAside.filter(({ column }) => column === "requested").length;
  return count === 0 ? null : t("experts.topics.aside", { count, most: parameters.settings.missionsPerMember });
}
