import type { RegionPack } from "~/db/regions/pack-schema";
import type { Answer, GivenRows, RowAnswer } from "~/surveys/answer-document";
import type { CompiledInstrument, InnerQuestion, Option, Question, RowsQuestion } from "~/surveys/compiled";
import type { Demonstration } from "./demonstration-pack";
import { type MadeRating, type MadeRatings, weightiest } from "./rate-topics";
import { type Stream, streamOf } from "./stream";

export interface Respondent {
  readonly memberId: string;
  readonly language: string;
  readonly ratings: ReadonlyMap<string, MadeRatings>;
  readonly given: GivenRows;
  readonly yearsAgo: number;
}

/**
 * A member's whole answer to a needs survey, question by question as the definition asks: whatever the questions are
 * called, they are found by what they measure.
 */
export function answerNeedsSurvey(
  compiled: CompiledInstrument,
  { pack, made }: { readonly pack: RegionPack; readonly made: Demonstration },
  respondent: Respondent,
): Readonly<Record<string, unknown>> {
  const topics = chooseTopics(respondent, made);
  const document: Record<string, unknown> = {};
  for (const question of compiled.questions) {
    if (!question.visibleIf.every((condition) => condition.holds(document))) continue;
    const chance = streamOf(made.seed, `${respondent.memberId}/${respondent.yearsAgo}/${question.name}`);
    const answer = answerOf(question, { pack, made, respondent, topics, chance });
    if (answer !== undefined) document[question.name] = answer;
  }
  return document;
}

interface Chosen {
  /** Most needed first. */
  readonly byNeed: readonly string[];
  readonly topFive: (most: number) => readonly string[];
}

interface Scene {
  readonly pack: RegionPack;
  readonly made: Demonstration;
  readonly respondent: Respondent;
  readonly topics: Chosen;
  readonly chance: Stream;
}

function chooseTopics({ memberId, ratings, yearsAgo }: Respondent, { seed }: Demonstration): Chosen {
  const mood = streamOf(seed, `${memberId}/${yearsAgo}/mood`);
  const rated = weightiest(ratings).map(([topic, { importance, capability }]) => ({
    topic,
    need: Number(importance) - (typeof capability === "number" ? capability : 3),
    mood: mood.next(),
  }));
  const byNeed = [...rated].sort((a, b) => b.need - a.need || a.mood - b.mood);
  return {
    byNeed: byNeed.map(({ topic }) => topic),
    topFive: (most) => rated.slice(0, most).map(({ topic }) => topic),
  };
}

function answerOf(question: Question, scene: Scene): unknown {
  const { respondent, topics, chance, made } = scene;
  switch (question.measure) {
    case "importance":
    case "capability":
      return question.kind === "matrix" ? matrixOf(question, question.measure, respondent) : undefined;
    case "topFive":
      return question.kind === "ranking" ? topics.topFive(question.max) : undefined;
    case "topicDetail":
      return question.kind === "rows" ? detailsOf(question, scene) : undefined;
    case "request":
      return question.kind === "rows" ? requestsOf(question, scene) : undefined;
    case "expertOffer":
    case "nomination":
      return question.kind === "rows" ? offersOf(question, scene) : undefined;
    case "lastYearActivity":
    case "lastYearPlanned":
      return question.kind === "rows" ? lastYearOf(question, scene) : undefined;
    case "comment": {
      const comment =
        made.needs.comments.length > 0 && chance.chance(0.3) ? chance.one(made.needs.comments) : undefined;
      return comment?.[respondent.language] ?? comment?.en;
    }
    case "hostOffer":
      return question.field !== "forms" || chance.chance(0.25) ? plainAnswer(question, scene) : undefined;
    case "respondent":
      return question.kind === "text"
        ? `Contact point of ${memberName(scene)} (synthetic)`
        : plainAnswer(question, scene);
    default:
      return undefined;
  }
}

const memberName = ({ pack, respondent }: Scene): string => {
  const member = pack.members.find(({ id }) => id === respondent.memberId);
  return member?.name[respondent.language] ?? member?.name.en ?? respondent.memberId;
};

function matrixOf(
  question: Extract<Question, { kind: "matrix" }>,
  scale: "importance" | "capability",
  { ratings }: Respondent,
): Record<string, Answer> {
  const cells: Record<string, Answer> = {};
  for (const { value: topic } of question.rows) {
    const rating = ratings.get(topic)?.[scale];
    const option = rating === undefined ? undefined : question.options.find((one) => means(one, rating));
    if (option) cells[topic] = option.value;
  }
  return cells;
}

const means = (option: Option, rating: MadeRating): boolean =>
  typeof rating === "number" ? option.missing === null && option.value === rating : option.missing === rating;

function detailsOf(question: RowsQuestion, scene: Scene): readonly RowAnswer[] {
  const { topics, chance, made } = scene;
  const field = question.questions.find((inner) => inner.field === "topic");
  const chosen = topics.topFive(5).filter((topic) => field?.kind === "choice" && offers(field.options, topic));
  return chosen.slice(0, question.max).map((topic) => {
    const beyond = chance.chance(made.needs.beyondTraining.includes(topic) ? 0.75 : 0.3);
    return panelOf(question, `detail-${topic}`, scene, { topic, beyond });
  });
}

function requestsOf(question: RowsQuestion, scene: Scene): readonly RowAnswer[] {
  const { made, topics, respondent, chance } = scene;
  const { ratings, memberId } = respondent;
  const wished = new Set(made.needs.wishes.map(({ topic }) => topic));
  const needed = topics.byNeed.filter((topic) => {
    const rating = ratings.get(topic);
    const capability = typeof rating?.capability === "number" ? rating.capability : 3;
    return wished.has(topic) && typeof rating?.importance === "number" && rating.importance - capability >= 1;
  });
  const count = made.needs.asking.includes(memberId) ? question.max : chance.one([0, 1, 1, 2, 2]);
  return needed.slice(0, Math.min(count, question.max)).map((topic) => {
    const wish = chance.one(made.needs.wishes.filter((one) => one.topic === topic));
    return panelOf(question, `request-${topic}`, scene, {
      topic,
      beyond: false,
      texts: { result: wish.result, ability: wish.ability },
    });
  });
}

function offersOf(question: RowsQuestion, scene: Scene): readonly RowAnswer[] {
  const { made, respondent } = scene;
  const offered = question.measure === "expertOffer";
  const rows: RowAnswer[] = [];
  made.experts.forEach((expert, index) => {
    if (expert.member !== respondent.memberId || rows.length >= question.max || expert.kind !== "pool") return;
    const standing = expert.standings[0];
    const ready = standing?.step === "accredited" && expert.confirmed === respondent.yearsAgo;
    const nominee = standing?.step === "nominated" && standing.yearsAgo >= respondent.yearsAgo;
    if (!standing || (offered ? !ready : !nominee)) return;
    rows.push(panelOf(question, `person-${index + 1}`, scene, { expert, number: index + 1, area: standing.area }));
  });
  return rows;
}

function lastYearOf(question: RowsQuestion, scene: Scene): readonly RowAnswer[] {
  const { made, respondent, chance } = scene;
  const rows = (question.given && respondent.given[question.given]) || [];
  return rows.map(({ id }) => {
    const workshop = made.lastYear.find((one) => one.id === id);
    const nothing = workshop !== undefined && chance.chance(workshop.nothing);
    return { ...panelOf(question, id, scene, { nothing }), id };
  });
}

interface PanelFacts {
  readonly topic?: string;
  /** Something else than training stands in the way. */
  readonly beyond?: boolean;
  readonly texts?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly expert?: Demonstration["experts"][number];
  readonly number?: number;
  readonly area?: string;
  readonly nothing?: boolean;
}

function panelOf(question: RowsQuestion, key: string, scene: Scene, facts: PanelFacts): RowAnswer {
  const panel: Record<string, Answer> = question.given === null ? { key } : {};
  for (const inner of question.questions) {
    const answer = fieldOf(inner, scene, facts, panel, question);
    if (answer !== undefined) panel[inner.name] = answer;
  }
  return panel;
}

function fieldOf(
  inner: InnerQuestion,
  scene: Scene,
  facts: PanelFacts,
  panel: Readonly<Record<string, Answer>>,
  question: RowsQuestion,
): Answer | undefined {
  const { chance, respondent } = scene;
  const { expert } = facts;
  const options = "options" in inner ? inner.options.filter(({ missing }) => missing === null) : [];
  const sibling = (field: string): unknown => {
    const other = question.questions.find((one) => one.field === field);
    return other && panel[other.name];
  };
  switch (inner.field) {
    case "topic":
      return facts.topic;
    case "area":
      return facts.area;
    case "person":
      return `Expert ${String(facts.number).padStart(2, "0")} (synthetic)`;
    case "missions":
      return expert?.missionsPerYear;
    case "lastMission":
      return undefined;
    case "gender":
      return options.find(({ value }) => value === expert?.gender)?.value ?? undefined;
    case "obstacles": {
      const others = options.filter(({ value }) => value !== "training").map(({ value }) => value);
      const some = chance.some(others, facts.beyond ? 2 : chance.one([0, 0, 1]));
      const training = options.some(({ value }) => value === "training") && (!facts.beyond || chance.chance(0.6));
      return [...(training ? ["training"] : []), ...some];
    }
    case "mainObstacle": {
      const named = sibling("obstacles");
      const values = Array.isArray(named) ? named : [];
      const wanted = facts.beyond ? values.find((value) => value !== "training") : values[0];
      return options.find(({ value }) => value === wanted)?.value;
    }
    case "languages":
    case "language":
      return languagesOf(inner, scene, expert);
    case "interpretation":
    case "askedElsewhere":
      return yesNo(options, chance.chance(inner.field === "interpretation" ? 0.5 : 0.25));
    case "askedWhere":
      return sibling("askedElsewhere") === "yes" ? plainAnswer(inner, scene) : undefined;
    case "consent":
      return chance.chance(0.92) ? yesNo(options, chance.chance(0.75)) : undefined;
    case "ledTo":
      return facts.nothing ? "nothing" : chance.one(options.filter(({ value }) => value !== "nothing")).value;
    case "result":
    case "ability":
      return facts.texts?.[inner.field]?.[respondent.language] ?? facts.texts?.[inner.field]?.en;
    default:
      return plainAnswer(inner, scene);
  }
}

const offers = (options: readonly Option[], value: string): boolean => options.some((option) => option.value === value);

const yesNo = (options: readonly Option[], yes: boolean): Answer | undefined =>
  options.find(({ value }) => value === (yes ? "yes" : "no"))?.value;

function languagesOf(
  inner: InnerQuestion,
  { pack, respondent }: Scene,
  expert: Demonstration["experts"][number] | undefined,
): Answer | undefined {
  if (inner.kind !== "choice" && inner.kind !== "choices") return undefined;
  const member = pack.members.find(({ id }) => id === respondent.memberId);
  const spoken = expert?.languages ?? (member ? [...member.workingLanguages] : []);
  const known = spoken.filter((language) => offers(inner.options, language));
  return inner.kind === "choice" ? known[0] : known;
}

/** An answer that nothing hangs on: any of the values offered, the earlier ones more often. */
function plainAnswer(question: Question, { chance }: Scene): Answer | undefined {
  if (question.kind !== "choice" && question.kind !== "choices") return undefined;
  const values = question.options.filter(({ missing }) => missing === null).map(({ value }) => value);
  if (values.length === 0) return undefined;
  if (question.kind === "choice") return values[Math.floor(values.length * chance.next() ** 1.3)];
  const most = Math.min(question.max, values.length, 3);
  return chance.some(values, Math.max(question.min, 1 + chance.integer(most)));
}
