import type { Translator } from "~/app/i18n/translate";
import type { Database } from "~/db/engine/database";
import { findExperts } from "~/db/experts";
import { findAccreditationAreas, findFunders, findMembers, findTopics } from "~/db/members";
import type { RegionPack } from "~/db/regions/pack-schema";
import type { LineContent } from "./line-content";

/** Names for what a proposal speaks of, in one language. Whoever left the region or the register keeps the id. */
export interface ProposalWords {
  readonly member: (id: string) => string;
  readonly topic: (id: string) => string;
  readonly expert: (id: string) => string;
  readonly funder: (id: string) => string;
  readonly language: (tag: string) => string;
  /** A month's name with its year, `YYYY-MM`. */
  readonly month: (name: string) => string;
  readonly money: (amount: number) => string;
  /** A change of money, with its sign. */
  readonly moneyChange: (amount: number) => string;
  readonly line: (line: { readonly id: string; readonly content: LineContent }) => string;
}

export async function proposalWords(
  db: Database,
  { pack, t, at }: { readonly pack: RegionPack; readonly t: Translator; readonly at: Date },
): Promise<ProposalWords> {
  const named = <Row extends { readonly id: string; readonly name: Readonly<Record<string, string>> }>(
    rows: readonly Row[],
  ): Map<string, string> => new Map(rows.map(({ id, name }) => [id, t.pick(name)]));
  const members = named(await findMembers(db));
  const topics = new Map((await findTopics(db)).map(({ id, shortName }) => [id, t.pick(shortName)]));
  const areas = named(await findAccreditationAreas(db));
  const funders = named(await findFunders(db));
  const experts = new Map(
    (await findExperts(db, { on: at.toISOString().slice(0, 10) })).map(({ personId, name }) => [personId, name]),
  );
  const spoken = named(pack.manifest.spokenLanguages);
  const given = new Map(pack.activities.map(({ id, title }) => [id, title]));
  const currency = { style: "currency", currency: pack.costs.currency.value, maximumFractionDigits: 0 } as const;
  const words = {
    member: (id: string) => members.get(id) ?? id,
    topic: (id: string) => topics.get(id) ?? areas.get(id) ?? id,
    expert: (id: string) => experts.get(id) ?? id,
    funder: (id: string) => funders.get(id) ?? id,
    language: (tag: string) => spoken.get(tag) ?? tag,
    month: (name: string) => t.date(`${name}-01`, { month: "long", year: "numeric" }),
    money: (amount: number) => t.number(amount, currency),
    moneyChange: (amount: number) => t.number(amount, { ...currency, signDisplay: "exceptZero" }),
  };
  return { ...words, line: ({ id, content }) => given.get(id.replace(/^\w+\//, "")) ?? lineTitle(content, words, t) };
}

function lineTitle(
  content: LineContent,
  words: Pick<ProposalWords, "member" | "topic" | "language">,
  t: Translator,
): string {
  const { kind, mode, members, languages } = content;
  if (kind === "accreditation") return t("plan.line.accreditation", { area: words.topic(content.topic) });
  const topic = words.topic(content.topic);
  const whom = t.list(members.map(words.member));
  const values = {
    topic,
    members: whom,
    count: members.length,
    language: t.list((languages ?? []).map(words.language)),
  };
  if (kind === "national" && mode === "virtual") return t("plan.line.remote", values);
  if (kind === "national") return t(languages === null ? "plan.line.interpreted" : "plan.line.national", values);
  if (mode === "subRegional") return t("plan.line.subRegional", values);
  return t(mode === "virtual" ? "plan.line.virtual" : "plan.line.regional", values);
}
