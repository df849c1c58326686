import type { ExpertFormValues } from "~/app/components/expert-form";
import type { AppContext } from "~/app/context";
import type { Translator } from "~/app/i18n/translate";
import { readSupply, readSupplyNames } from "~/app/operations/supply/read-supply";
import { supplyWords } from "~/app/operations/supply/supply-words";
import { cycleAt } from "~/db/regions/cycle-dates";

/** One person of the register in words; `undefined` if there is none. Conflicts are for the office. */
export async function describePerson(
  { db, pack, now }: Pick<AppContext, "db" | "pack" | "now">,
  { personId, office, t }: { readonly personId: string; readonly office: boolean; readonly t: Translator },
) {
  const today = now().toISOString().slice(0, 10);
  const names = await readSupplyNames(db, { asOf: today, cycleId: "" });
  const expert = names.experts.get(personId);
  if (!expert) return undefined;
  const words = supplyWords(names, { pack, t });
  const { run } = await readSupply(db);
  const counted = run?.document.result.experts.find(({ id }) => id === personId);
  const entry: ExpertFormValues = {
    name: expert.name,
    member: expert.memberId ?? "",
    kind: expert.kind,
    gender: expert.gender ?? "",
    languages: expert.languages,
    topics: expert.topicIds,
    released: expert.released,
    confirmed: expert.confirmedCycleId === cycleAt(pack, today).id,
    missions: expert.missionsPerYear?.toString() ?? "",
    note: expert.note ?? "",
  };
  const monthName = (month: number) => t.date(`2026-${String(month).padStart(2, "0")}-01`, { month: "long" });
  const cycles = [...new Set(expert.availability.map(({ cycleId }) => cycleId))];
  return {
    name: expert.name,
    finding: t("experts.person.finding", {
      member: words.member(expert.memberId) || t("experts.person.noMember"),
      gives: counted ? "known" : "none",
      missions: counted?.missions ?? 0,
    }),
    terms: [
      [t("experts.register.kind"), t(`experts.kind.${expert.kind}`)],
      [t("experts.register.languages"), t.list(expert.languages.map(words.language)) || t("experts.form.none")],
      [
        t("experts.register.confirmed"),
        expert.confirmedCycleId === null
          ? t("experts.register.neverConfirmed")
          : t("experts.register.confirmedIn", { cycle: t.cycle(expert.confirmedCycleId) }),
      ],
      ...(expert.released ? [] : [[t("experts.register.standing"), t("experts.register.notReleased")] as const]),
      ...(expert.topicIds.length > 0
        ? [[t("experts.form.topics"), t.list(expert.topicIds.map(words.topic))] as const]
        : []),
    ] as readonly (readonly [string, string])[],
    standings: expert.history.toReversed().map(({ areaId, step, since, note }) => ({
      key: `${areaId} ${step} ${since}`,
      day: since,
      date: t.date(since),
      text: t("experts.person.stepLine", { area: words.area(areaId), step: t(`experts.step.${step}`) }),
      note,
    })),
    missions: expert.missions.map(({ missionId, topicId, memberId, seat, startsOn, rating }) => ({
      id: missionId,
      day: startsOn,
      date: t.date(startsOn),
      text: t("experts.person.mission", { topic: words.topic(topicId), member: words.member(memberId), seat }),
      rating: rating === null || !office ? "" : t("experts.person.rating", { rating }),
    })),
    availability: cycles.map((cycleId) =>
      t("experts.person.availabilityLine", {
        cycle: t.cycle(cycleId),
        months: t.list(
          expert.availability
            .filter((one) => one.cycleId === cycleId && one.available)
            .map(({ month }) => monthName(month)),
        ),
      }),
    ),
    conflicts: office
      ? expert.conflicts.map(({ memberId, kind, since, note }) => ({
          memberId,
          text: t("experts.conflict.line", { member: words.member(memberId), kind, date: t.date(since) }),
          note,
        }))
      : null,
    entry,
  };
}
