import type { Translator } from "~/app/i18n/translate";
import type { SupplyDocument } from "~/app/operations/supply/supply-document";
import type { SupplyWords } from "~/app/operations/supply/supply-words";
import type { Expert } from "~/db/experts";

interface Told {
  readonly t: Translator;
  readonly words: SupplyWords;
}

/** Who is the only one, for which area or language. */
export function describeSole(
  { result }: SupplyDocument,
  { t, words, experts }: Told & { readonly experts: ReadonlyMap<string, Expert> },
) {
  const month = { month: "short", year: "numeric" } as const;
  const ofMember: string[] = [];
  const rows = result.robustness.sole.flatMap(({ kind, id, experts: able, member, missionsAsked, filledWithout }) => {
    if (kind === "member") {
      ofMember.push(
        t("experts.sole.member", {
          area: words.area(id),
          member: words.member(member),
          missions: result.robustness.filled - filledWithout,
        }),
      );
      return [];
    }
    const [expert = ""] = able;
    const last = experts.get(expert)?.missions[0]?.endsOn;
    const open = result.experts.flatMap((one) => one.open.filter(({ area }) => kind === "area" && area === id));
    const waiting = open.filter(({ standing }) => standing === "attendedWorkshop" || standing === "inFieldMissions");
    return {
      key: `${kind} ${id}`,
      href: kind === "area" ? `/experts/areas/${id}` : null,
      name:
        kind === "area"
          ? words.area(id)
          : kind === "topic"
            ? words.topic(id)
            : t("experts.sole.language", { language: words.language(id) }),
      expert,
      lead: t("experts.sole.person", { name: words.expert(expert), member: words.member(member) }),
      lastMission: last === undefined ? t("experts.sole.noMission") : t.date(last, month),
      missionsAsked,
      filledWithout,
      next: open.length === 0 ? null : t("experts.sole.candidates", { count: open.length, waiting: waiting.length }),
    };
  });
  return { rows, ofMember };
}

/** What is lost without one, without two, and by chance. */
export function describeLosses({ result, parameters }: SupplyDocument, { t, words }: Told) {
  const { robustness, availability } = result;
  const missions = result.requested.pool.led.missions;
  const { worstOne, worstPairs, worstPairsCount } = robustness;
  const [pair] = worstPairs;
  const one =
    worstOne === null || worstOne.lost === 0
      ? t("experts.loss.oneNone")
      : t("experts.loss.one", {
          filled: worstOne.filled,
          missions,
          lost: worstOne.lost,
          name: words.expert(worstOne.expert),
        });
  return {
    sentences: [
      one,
      ...(pair && pair.lost > 0
        ? [
            t("experts.loss.two", {
              filled: pair.filled,
              missions,
              count: worstPairsCount,
              names: t.list(pair.experts.map(words.expert)),
            }),
          ]
        : []),
      t("experts.loss.drawn", {
        share: t.percent(parameters.views.releaseProbability),
        mean: t.number(availability.mean ?? 0, { maximumFractionDigits: 1 }),
        led: robustness.filled,
        low: t.number(availability.quantiles?.p05 ?? 0),
        high: t.number(availability.quantiles?.p95 ?? 0),
      }),
    ],
    rows: robustness.withoutEach
      .filter(({ lost }) => lost > 0)
      .toSorted((a, b) => b.lost - a.lost)
      .map(({ expert, member, filled, lost }) => ({
        id: expert,
        name: words.expert(expert),
        member: words.member(member),
        lost,
        filled,
      })),
    led: robustness.filled,
  };
}

/** Everything that was not known and how it was taken: one line a kind, with those it speaks of. */
export function describeAssumptions({ result }: SupplyDocument, { t, words }: Told) {
  const lines = new Map<
    string,
    { kind: (typeof result.assumptions)[number]["kind"]; taken: string | number; subjects: string[] }
  >();
  for (const { kind, subject, taken } of result.assumptions) {
    const key = `${kind} ${taken}`;
    const line = lines.get(key) ?? { kind, taken, subjects: [] };
    line.subjects.push(subject);
    lines.set(key, line);
  }
  const people = new Set(result.experts.map(({ id }) => id));
  return [...lines].map(([key, { kind, taken, subjects }]) => {
    const named = [...new Set(subjects)].filter((subject) => people.has(subject));
    return {
      key,
      text: t(`experts.assumed.${kind}`, {
        count: new Set(subjects).size,
        taken: typeof taken === "string" && kind.endsWith("anguageUnknown") ? words.language(taken) : taken,
      }),
      people: named.map((id) => ({ id, name: words.expert(id) })),
    };
  });
}
