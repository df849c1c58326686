import { z } from "zod";
import { Id, LocalizedText, Month, Share } from "./record-schema";

/** Members by their own ids, or those of a sub-region or group. */
const Who = z.array(Id).min(1);
const Shift = z.number().min(-4).max(4);
const Scale = z.number().min(1).max(5);

const ExpertEntry = z.strictObject({
  member: Id.nullable(),
  kind: z.enum(["pool", "recognised", "office", "wco", "partner"]),
  gender: z.enum(["woman", "man", "other"]).optional(),
  languages: z.array(z.string().min(2)).min(1),
  /** How far the person came in an area, and how many years ago. */
  standings: z.array(
    z.strictObject({
      area: Id,
      step: z.enum([
        "nominated",
        "preScreened",
        "preAccredited",
        "inFieldMissions",
        "accredited",
        "lapsed",
        "withdrawn",
      ]),
      yearsAgo: z.number().min(0).max(15),
      /** Years from the nomination to that step. */
      took: z.number().min(0).max(10).optional(),
    }),
  ),
  /** Topics that a person outside the pool is listed for. */
  topics: z.array(Id).optional(),
  missionsPerYear: z.int().min(0).max(6).optional(),
  /** How many cycles ago the entry was confirmed; without it never. */
  confirmed: z.int().min(0).max(5).optional(),
  released: z.boolean().optional(),
  /** Years since each mission that the person led. */
  led: z.array(z.number().min(0).max(15)).optional(),
  conflicts: z.array(z.strictObject({ member: Id, kind: z.enum(["dispute", "declined"]) })).optional(),
  trainingCentre: Id.optional(),
});

/**
 * What is made up for the demonstration, as far as only this region can say: the rest follows from the seed. A pack may
 * do without it; then the demonstration is the office without answers.
 */
export const Demonstration = z.strictObject({
  seed: z.int().min(0).max(0xffffffff),
  people: z.strictObject({
    /** Administration that the coordinator and the member of the one-click sign-in belong to. */
    coordinator: Id.nullable(),
    member: Id,
    /** Whose practice survey whoever looks may answer. */
    visitor: Id,
  }),
  needs: z.strictObject({
    silent: z.array(Id),
    /** Members that did not answer the year before. */
    silentBefore: z.array(Id),
    usual: z.strictObject({ importance: Scale, capability: Scale }),
    /** Topics whose ratings differ from the usual ones. */
    topics: z.array(z.strictObject({ topic: Id, importance: Scale, capability: Scale })),
    /** Members that rate otherwise, altogether or on some topics. */
    members: z.array(
      z.strictObject({ who: Who, topics: z.array(Id).optional(), importance: Shift, capability: Shift }),
    ),
    notApplicable: z.array(z.strictObject({ who: Who, topics: z.array(Id).min(1), share: Share })),
    /** How ratings moved since the survey of the year before, beyond what workshops did. */
    since: z.array(z.strictObject({ topic: Id, importance: Shift, capability: Shift })),
    dontKnow: Share,
    /** Topics in which something else than training usually stands in the way. */
    beyondTraining: z.array(Id),
    /** Submitted on the last day but one. */
    late: z.array(Id),
    /** Given back by the office and submitted again. */
    reopened: z.array(Id),
    /** Submitted, not yet signed off by the head. */
    unsigned: z.array(Id),
    /** The same answer down every matrix. */
    straight: z.array(
      z.strictObject({ member: Id, importance: z.int().min(1).max(5), capability: z.int().min(1).max(5) }),
    ),
    /** A topic rated low stands in the top five. */
    contradicting: z.array(Id),
    /** Members that make as many requests as the survey takes; the others one or none. */
    asking: z.array(Id),
    /** What members ask for, by topic. */
    wishes: z.array(z.strictObject({ topic: Id, result: LocalizedText, ability: LocalizedText })),
    comments: z.array(LocalizedText),
    /** Why requests of the year before were not met: "not this year, because ...". */
    notBecause: z.array(LocalizedText).min(1),
  }),
  /** What the coordinator wrote under the rankings when they were published: that of the year before, and this one. */
  notes: z.strictObject({ before: z.string().min(1), now: z.string().min(1) }),
  /** The survey that is open: who has begun, how far, and how many days ago something was last saved; who only looked. */
  open: z.strictObject({
    begun: z.array(z.strictObject({ member: Id, share: Share, saved: z.int().min(1).max(8) })),
    opened: z.array(Id),
  }),
  /** Workshops of the cycle before, made up: no plan names them. */
  lastYear: z.array(
    z.strictObject({
      id: Id,
      title: LocalizedText,
      topic: Id,
      who: Who,
      /** As the pack's activities have them. */
      scope: z.string().min(1),
      form: z.string().min(1),
      month: Month,
      /** `false`: planned, and did not happen. */
      held: z.boolean(),
      because: LocalizedText.optional(),
      /** Share of the members in which nothing came of it. */
      nothing: Share,
    }),
  ),
  experts: z.array(ExpertEntry),
});
