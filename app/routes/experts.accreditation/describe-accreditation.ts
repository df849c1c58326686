import type { SupplyAnalysis } from "~/analysis/supply/supply-analysis";
import type { Translator } from "~/app/i18n/translate";
import type { SupplyDocument } from "~/app/operations/supply/supply-document";
import type { SupplyWords } from "~/app/operations/supply/supply-words";

interface Told {
  readonly t: Translator;
  readonly words: SupplyWords;
}

type Advice = SupplyAnalysis["workshops"][number];

/** Whom to accredit, for what, with what gain and when: the page in sentences, figures and rows. */
export function describeAccreditation({ result, parameters }: SupplyDocument, { t, words }: Told) {
  const recommended = result.workshops.filter((workshop) => workshop.recommended);
  const { rules, rates } = parameters.views;
  const used = new Set([
    ...recommended.map(({ area }) => area),
    ...result.quadrants.filter(({ asked, candidates }) => asked > 0 && candidates > 0).map(({ area }) => area),
  ]);
  return {
    finding: t("experts.accreditation.finding", {
      count: recommended.length,
      areas: t.list(recommended.map(({ area }) => words.area(area))),
      viable: recommended.filter(({ group }) => group.viable).length,
      cycle: words.cycle(parameters.year + 1),
    }),
    terms: [
      [
        t("experts.accreditation.candidates"),
        t("experts.accreditation.candidatesValue", { count: result.counts.candidates }),
      ],
      [t("experts.accreditation.earliest"), words.cycle(parameters.year + 1)],
    ] as const,
    overview: result.workshops.map((workshop) => ({
      id: workshop.area,
      name: words.area(workshop.area),
      recommended: workshop.recommended,
      group: t("experts.accreditation.groupValue", {
        candidates: workshop.group.candidates,
        members: workshop.group.administrations,
      }),
      empty: emptySeats(workshop, t),
      gain: workshop.groupGain.led,
      seats: workshop.groupGain.seats,
      waiting: workshop.waiting.length,
    })),
    workshops: recommended.map((workshop) => ({
      id: workshop.area,
      name: words.area(workshop.area),
      recommendation: describeReasons(workshop, t),
      group: t(`experts.accreditation.form.${workshop.group.form}`, {
        candidates: workshop.group.candidates,
        members: workshop.group.administrations,
        missing: workshop.group.missingCandidates,
        minCandidates: rules.minCandidates,
        minMembers: rules.minAdministrations,
      }),
      viable: workshop.group.viable,
      gain:
        workshop.group.nominees.length === 0
          ? null
          : t("experts.accreditation.gainText", {
              nominees: workshop.group.nominees.length,
              led: workshop.groupGain.led,
              cycle: words.cycle(workshop.leadsFrom),
            }),
      waiting:
        workshop.waiting.length === 0
          ? null
          : t("experts.accreditation.waitingText", { names: t.list(workshop.waiting.map(words.expert)) }),
      caption: t("experts.accreditation.nomineesCaption", { area: words.area(workshop.area) }),
      nominees: workshop.group.nominees.map(({ expert, member, reason }) => ({
        id: expert,
        name: words.expert(expert),
        member: words.member(member),
        why: t(`experts.accreditation.why.${reason}`),
      })),
    })),
    best: result.bestCandidates
      .filter(({ gain, experts }) => gain > 0 && experts.length > 0)
      .filter(({ experts }, index, all) => all.findIndex((other) => other.experts.join() === experts.join()) === index)
      .map(({ experts, gain }) =>
        t("experts.accreditation.bestLine", {
          count: experts.length,
          names: t.list(experts.map(words.expert)),
          led: gain,
        }),
      ),
    forecast: result.forecast.withRecommended
      .filter(({ area }) => used.has(area))
      .map((area) => describeForecast(area, { t, words })),
    forecastNote: t("experts.accreditation.forecastNote", {
      preScreening: t.percent(rates.preScreening),
      workshop: t.percent(rates.workshop),
      fieldMission: t.percent(rates.fieldMission),
      leadsLost: t.percent(rates.leadsLost),
    }),
  };
}

function emptySeats({ emptySeatsMin, emptySeatsMax }: Advice, t: Translator): string {
  return t("experts.accreditation.emptyValue", {
    least: emptySeatsMin,
    most: emptySeatsMax,
    same: emptySeatsMin === emptySeatsMax ? "yes" : "no",
  });
}

function describeReasons({ reasons, topTenLeads }: Advice, t: Translator): readonly string[] {
  return reasons.map((reason) =>
    reason === "seatsEmpty"
      ? t("experts.accreditation.reason.seatsEmpty")
      : t("experts.accreditation.reason.topTenLeadAtRisk", {
          asked: topTenLeads?.asked ?? 0,
          led: topTenLeads?.led ?? 0,
          without: topTenLeads?.ledWithoutWorst ?? 0,
        }),
  );
}

function describeForecast(
  { area, asked, years }: SupplyAnalysis["forecast"]["withRecommended"][number],
  { t, words }: Told,
) {
  const expected = (value: number): string => t.number(value, { maximumFractionDigits: 1 });
  return {
    id: area,
    heading: t("experts.accreditation.forecastArea", { area: words.area(area), asked }),
    caption: t("experts.accreditation.forecastCaption", { area: words.area(area) }),
    plotTitle: t("experts.accreditation.plotTitle", { area: words.area(area), asked }),
    asked,
    years: years.map(({ year, stages, led, ledWithoutPipeline, bottleneck }) => ({
      label: words.cycle(year),
      led,
      ledWithout: ledWithoutPipeline,
      nominated: expected(stages.nominated),
      preScreened: expected(stages.preScreened),
      attended: expected(stages.attendedWorkshop),
      inMissions: expected(stages.inFieldMissions),
      leads: expected(stages.leads),
      ledText: expected(led),
      withoutText: expected(ledWithoutPipeline),
      bottleneck: t(`experts.accreditation.bottleneck.${bottleneck}`),
    })),
  };
}
