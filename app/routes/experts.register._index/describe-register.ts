import type { AppContext } from "~/app/context";
import type { Translator } from "~/app/i18n/translate";
import { readSupplyNames } from "~/app/operations/supply/read-supply";
import { findSupplyRound } from "~/app/operations/supply/run-supply";
import { supplyWords } from "~/app/operations/supply/supply-words";
import { standingSteps } from "~/db/schema/experts";
import type { RegisterFilter } from "./filter-form";

interface Filters {
  readonly area?: string | undefined;
  readonly standing?: string | undefined;
  readonly member?: string | undefined;
  readonly language?: string | undefined;
}

/** The register in words, narrowed by the filters; areas and steps must hold together. */
export async function describeRegister(
  { db, pack, now }: Pick<AppContext, "db" | "pack" | "now">,
  { filters, t }: { readonly filters: Filters; readonly t: Translator },
) {
  const { area = "", standing = "", member = "", language = "" } = filters;
  const names = await readSupplyNames(db, { asOf: now().toISOString().slice(0, 10), cycleId: "" });
  const words = supplyWords(names, { pack, t });
  const everybody = [...names.experts.values()];
  const shown = everybody.filter(
    (expert) =>
      ((area === "" && standing === "") ||
        expert.standings.some(
          (one) => (area === "" || one.areaId === area) && (standing === "" || one.step === standing),
        )) &&
      (member === "" || expert.memberId === member) &&
      (language === "" || expert.languages.includes(language)),
  );
  const collator = new Intl.Collator(t.locale === "fr" ? "fr" : "en", { numeric: true });
  const named = (options: readonly string[], nameOf: (id: string) => string) =>
    [...new Set(options)].map((id) => ({ id, name: nameOf(id) })).sort((a, b) => collator.compare(a.name, b.name));
  const round = await findSupplyRound(db);
  const steps = new Set(everybody.flatMap(({ standings }) => standings.map(({ step }) => step)));
  const onTheWay = ["nominated", "preScreened", "preAccredited", "inFieldMissions"];
  return {
    finding: t("experts.register.finding", {
      accredited: everybody.filter(({ standings }) => standings.some(({ step }) => step === "accredited")).length,
      candidates: everybody.filter(({ standings }) => standings.some(({ step }) => onTheWay.includes(step))).length,
      others: everybody.filter(({ kind }) => kind !== "pool").length,
    }),
    importHint: round ? t("experts.register.importHint", { round: round.name }) : null,
    all: everybody.length,
    filters: [
      {
        id: "area",
        label: t("experts.register.area"),
        all: t("experts.register.allAreas"),
        value: area,
        options: named([...names.areas.keys()], words.area),
      },
      {
        id: "standing",
        label: t("experts.register.standing"),
        all: t("experts.register.allStandings"),
        value: standing,
        options: standingSteps.filter((step) => steps.has(step)).map((id) => ({ id, name: t(`experts.step.${id}`) })),
      },
      {
        id: "member",
        label: t("experts.register.member"),
        all: t("experts.register.allMembers"),
        value: member,
        options: named(
          everybody.flatMap(({ memberId }) => memberId ?? []),
          words.member,
        ),
      },
      {
        id: "language",
        label: t("experts.register.language"),
        all: t("experts.register.allLanguages"),
        value: language,
        options: named(
          everybody.flatMap(({ languages }) => languages),
          words.language,
        ),
      },
    ] satisfies readonly RegisterFilter[],
    people: shown
      .map((expert) => ({
        id: expert.personId,
        name: expert.name,
        member: words.member(expert.memberId) || t("experts.form.none"),
        kind: t(`experts.kind.${expert.kind}`),
        standings: expert.standings.map(({ areaId, step }) =>
          t("experts.register.standingIn", { area: words.area(areaId), step: t(`experts.step.${step}`) }),
        ),
        languages: t.list(expert.languages.map(words.language)),
        confirmed:
          expert.confirmedCycleId === null
            ? t("experts.register.neverConfirmed")
            : t("experts.register.confirmedIn", { cycle: t.cycle(expert.confirmedCycleId) }),
        missions: expert.released
          ? (expert.missionsPerYear?.toString() ?? t("experts.register.byRule"))
          : t("experts.register.notReleased"),
      }))
      .sort((a, b) => collator.compare(a.name, b.name)),
  };
}
