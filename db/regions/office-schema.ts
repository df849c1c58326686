import { z } from "zod";
import { Count, Id, LocalizedText, Mode, Money, Month, Share, Sources, settingOf } from "./record-schema";

/** How the office pays, staffs and schedules: funders, centres, costs, rules for experts, planning, calendar. */

/** What a funder pays for; `null` means any. `ownContribution`: only lines to whose cost a member contributes itself. */
const FunderConditions = z.strictObject({
  modes: z.array(Mode).min(1).nullable(),
  topics: z.array(Id).min(1).nullable(),
  groups: z.array(Id).min(1).nullable(),
  ownContribution: z.boolean(),
});

export const Funders = z.strictObject({
  funders: z.array(
    z.strictObject({
      id: Id,
      name: LocalizedText,
      kind: z.enum(["fund", "partner", "members"]),
      /** Money for one cycle in the pack's currency; `null` if it gives work or people, no money through the office. */
      amount: settingOf(Money).nullable(),
      conditions: settingOf(FunderConditions),
      /** The conditions in words. */
      text: LocalizedText,
      source: Sources,
    }),
  ),
});

export const Centres = z.strictObject({
  centres: z.array(
    z.strictObject({
      id: Id,
      member: Id,
      name: LocalizedText,
      place: z.string().min(1),
      /** Modes that it can host, and how many activities in one cycle. */
      hosts: settingOf(z.strictObject({ modes: z.array(Mode).min(1), perCycle: z.int().min(1) })),
      source: Sources,
    }),
  ),
});

/**
 * Cost of one delivery = fixed + perMember x members that do not pay for themselves + perExpert x experts + interpretation.
 * In an accreditation workshop `perMember` is the cost of one candidate.
 */
const CostRule = z.strictObject({
  mode: Mode,
  fixed: settingOf(Money),
  perMember: settingOf(Money),
  perExpert: settingOf(Money),
});

export const Costs = z.strictObject({
  /** ISO 4217. */
  currency: settingOf(z.string().regex(/^[A-Z]{3}$/)),
  rules: z.array(CostRule),
  /** Added once to a delivery whose experts and members share no language. */
  interpretation: settingOf(Money),
  /** Members of this group pay their own participation. */
  selfPaying: settingOf(Id.nullable()),
});

const PositiveCount = z.int().min(1);

const ExpertRules = z.strictObject({
  missionsConfirmed: settingOf(Count),
  missionsUnconfirmed: settingOf(Count),
  /** When unconfirmed for two cycles. */
  missionsLongUnconfirmed: settingOf(Count),
  missionDays: settingOf(PositiveCount),
  travelDays: settingOf(Count),
  diagnosticDays: settingOf(PositiveCount),
  remoteHalfDays: settingOf(PositiveCount),
  releaseProbability: settingOf(Share),
  /** Years since the last mission or refresher within which an accreditation is current. */
  currencyYears: settingOf(PositiveCount),
  /** An accreditation workshop is viable from so many candidates of so many members, and takes at most so many. */
  viableCandidates: settingOf(PositiveCount),
  viableMembers: settingOf(PositiveCount),
  maximumCandidates: settingOf(PositiveCount),
  /** Cycles from an accreditation workshop to the first mission as a lead. */
  cyclesToLead: settingOf(PositiveCount),
});

/** The office's framework for its experts, in the curator's words; texts for pages, no rule is computed from them. */
const ExpertFramework = z.strictObject({
  title: z.string().min(1),
  source: Sources,
  prongs: z.array(z.strictObject({ id: Id, name: LocalizedText, text: LocalizedText })),
  /** The steps of the office's cycle, in order, as its drawing shows them. */
  cycle: z.array(z.strictObject({ id: Id, name: LocalizedText })).min(3),
  rules: z.array(z.strictObject({ id: Id, text: z.string().min(1), source: Sources })),
  pastWorkshops: z.array(
    z.strictObject({
      areas: z.array(Id),
      when: z.string().min(1),
      candidates: Count.nullable(),
      members: Count.nullable(),
      activity: Id.nullable(),
      source: Sources,
    }),
  ),
});

export const Experts = z.strictObject({ rules: ExpertRules, framework: ExpertFramework });

const DeliveryMode = z.strictObject({
  id: Mode,
  name: LocalizedText,
  /** Values of the surveys' questions on delivery that mean this mode. */
  answers: z.array(z.string().min(1)),
  /** Share of a need that the mode covers, 0 to 1; 0 for modes that cover none by themselves. */
  quality: settingOf(Share),
  /** Working days of the event itself. */
  days: settingOf(z.number().positive()),
  seats: settingOf(z.strictObject({ lead: Count, second: Count })),
  /** Workdays of the office for organising and chairing one. */
  officeWorkdays: settingOf(Money),
  /** Fewest and most members in one delivery. */
  members: settingOf(z.strictObject({ atLeast: PositiveCount, atMost: PositiveCount })),
});

export const Planning = z.strictObject({
  modes: z.array(DeliveryMode),
  officeStaff: settingOf(PositiveCount),
  /** Workdays that the whole office has for activities in one month. */
  officeWorkdaysPerMonth: settingOf(Money),
  absorptionWarning: settingOf(PositiveCount),
  absorptionLimit: settingOf(PositiveCount),
  /** At least so many members of the group have a need covered. */
  equity: settingOf(z.strictObject({ group: Id, atLeast: Count })),
  /** Taken from the quality when the mode differs from the one a member prefers. */
  modeMismatch: settingOf(Share),
  /** Part of a need that completed follow-up actions take away (kappa). */
  followUpEffect: settingOf(Share),
  /** Forms that the overall mean weighs when an expert's or a format's mean is shrunken (c). */
  shrinkage: settingOf(Money),
  /** A merged activity is proposed for neighbours whose discrepancy is at least this. */
  mergeDiscrepancy: settingOf(z.number().min(0).max(4)),
  missionsPerMemberAndTopic: settingOf(PositiveCount),
  missionsPerMember: settingOf(PositiveCount),
  impliedImportance: settingOf(z.int().min(1).max(5)),
  impliedDiscrepancy: settingOf(z.int().min(1).max(4)),
  membersPerImpliedMission: settingOf(PositiveCount),
  /** Mean overall satisfaction that the evaluation KPI asks for, and the top of its scale. */
  evaluationThreshold: settingOf(z.strictObject({ atLeast: z.number(), of: z.number() })),
});

export const Calendar = z.strictObject({
  /** Months in which the office has less than its usual workdays; `share` of them remains. */
  months: z.array(z.strictObject({ month: Month, share: settingOf(Share), reason: LocalizedText })),
  fixedEvents: z.array(
    z.strictObject({ activity: Id, month: settingOf(Month), officeWorkdays: settingOf(Money), cost: settingOf(Money) }),
  ),
  /** Commitments carried over from year to year; `months` in which work falls due. */
  standing: z.array(
    z.strictObject({
      activity: Id,
      months: settingOf(z.array(Month).min(1)),
      officeWorkdays: settingOf(Money),
      cost: settingOf(Money),
    }),
  ),
});
