import { z } from "zod";
import type { Demonstration } from "./demonstration-schema";
import { Calendar, Centres, Costs, Experts, Funders, Planning } from "./office-schema";
import { Activities, PlanFramework, StrategicPlan } from "./plan-schema";
import { Count, Id, LocalizedText, Month, Sources, settingOf } from "./record-schema";

/** The files of a region's pack. All objects are strict: a key that is not known here is a fault, not ignored. */

/** The surveys that every pack brings, in the order in which a cycle uses them. */
export const INSTRUMENTS = [
  "needs",
  "evaluation",
  "pledges",
  "follow-up-participant",
  "follow-up-administration",
] as const;
export type InstrumentId = (typeof INSTRUMENTS)[number];

/** What the platform's pages call things in this region; anything that only one field or region says stands here. */
const Words = z.strictObject({
  office: LocalizedText,
  officeShort: LocalizedText,
  parentOrganisation: LocalizedText,
  parentShort: LocalizedText,
  member: LocalizedText,
  members: LocalizedText,
  accreditedExpert: LocalizedText,
  trainingCentre: LocalizedText,
  trainingCentreShort: LocalizedText,
  strategicPlanShort: LocalizedText,
  headsConference: LocalizedText,
  equityGroup: LocalizedText,
});

const FileName = z.string().regex(/^[a-z0-9-]+\.json$/, "A file name of the pack's own folder, ending in .json.");
const TimeZone = z.string().min(1);
const LanguageTag = z.string().min(2);

/** Files of a pack and what is in each; the manifest maps these keys to file names. */
export const FILE_KEYS = [
  "members",
  "topics",
  "planFramework",
  "activities",
  "strategicPlan",
  "funders",
  "centres",
  "costs",
  "experts",
  "planning",
  "calendar",
] as const;
export type FileKey = (typeof FILE_KEYS)[number];

export const Manifest = z.strictObject({
  id: Id,
  format: z.literal(1),
  name: LocalizedText,
  field: z.strictObject({ id: Id, name: LocalizedText }),
  seat: z.strictObject({ place: z.string().min(1), timeZone: TimeZone }),
  words: Words,
  /** Languages of pages and surveys; every localized text of the pack is there in each. */
  languages: z.array(z.strictObject({ id: LanguageTag, name: z.string().min(1) })).min(1),
  /** Languages that members, experts and missions use, named in each language of the pages. */
  spokenLanguages: z.array(z.strictObject({ id: LanguageTag, name: LocalizedText })).min(1),
  cycleStartMonth: Month,
  documents: z.array(z.strictObject({ id: Id, title: z.string().min(1) })),
  /** Folder with the surveys, relative to the pack's folder, and the file of each. */
  definitions: z.strictObject({ folder: z.string().min(1), files: z.record(z.enum(INSTRUMENTS), FileName) }),
  files: z.record(z.enum(FILE_KEYS), FileName),
  /** File with what is made up for the demonstration; a pack may do without. */
  demonstration: FileName.optional(),
  /** How many of each there must be, so that a lost line is noticed. */
  counts: z.strictObject({
    members: Count,
    topics: Count,
    ratedTopics: Count,
    pillars: Count,
    actions: Count,
    entries: Count,
    activities: Count,
    strategicActions: Count,
  }),
});

const Member = z.strictObject({
  id: Id,
  /** Short code for tables and plots; ISO 3166-1 alpha-3 where the member has one. */
  code: z.string().regex(/^[A-Z]{2,4}$/),
  name: LocalizedText,
  /** Other names under which an import may bring it. */
  variants: z.array(z.string().min(1)),
  subRegion: Id,
  languages: z.array(LanguageTag).min(1),
  /** Languages in which the office can write to it, the preferred one first. */
  workingLanguages: z.array(LanguageTag).min(1),
  timeZone: TimeZone,
  source: Sources,
});

/** A named set of members. `members` is `null` where the documents name the group but not its members. */
const Group = z.strictObject({
  id: Id,
  name: LocalizedText,
  members: z.array(Id).nullable(),
  /** Offered as a view of the ranking. */
  lens: z.boolean(),
  source: Sources,
});

const Members = z.strictObject({
  subRegions: z.array(z.strictObject({ id: Id, name: LocalizedText })).min(1),
  members: z.array(Member).min(1),
  groups: z.array(Group),
  /** Classes for weighting, fixed before any data are seen; each is made of whole sub-regions. */
  strata: settingOf(z.array(z.strictObject({ id: Id, name: LocalizedText, subRegions: z.array(Id).min(1) })).min(1)),
  /** Pairs of sub-regions whose members may share an activity. */
  neighbours: settingOf(z.array(z.tuple([Id, Id]))),
});

const Topic = z.strictObject({
  id: Id,
  name: LocalizedText,
  /** At most 30 characters, for tables and plots. */
  shortName: LocalizedText,
  abbreviation: LocalizedText.nullable(),
  description: LocalizedText,
  section: Id,
  /** Asked in the needs survey; the others are the office's own work. */
  rated: z.boolean(),
  /** `null` where no accreditation exists: such a topic needs advisers or partners. */
  accreditationArea: Id.nullable(),
  /** Actions of the plan framework that it stands under, the one that fits best first. */
  actions: z.array(z.string()).min(1),
  /** Milestones behind these actions, "1.1.1-m2" for the 2nd milestone of objective 1.1.1. */
  rspRefs: z.array(z.string().regex(/^\d+\.\d+\.\d+-m\d+$/)),
  strategicActions: z.array(z.string()),
  source: Sources,
});

const Topics = z.strictObject({
  sections: z.array(z.strictObject({ id: Id, name: LocalizedText })).min(1),
  topics: z.array(Topic).min(1),
  accreditationAreas: z.array(z.strictObject({ id: Id, name: LocalizedText, source: Sources })),
});

export const FILE_SCHEMAS = {
  members: Members,
  topics: Topics,
  planFramework: PlanFramework,
  activities: Activities,
  strategicPlan: StrategicPlan,
  funders: Funders,
  centres: Centres,
  costs: Costs,
  experts: Experts,
  planning: Planning,
  calendar: Calendar,
} as const satisfies Record<FileKey, z.ZodType>;

type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;

type PackFiles = { [Key in FileKey]: z.infer<(typeof FILE_SCHEMAS)[Key]> };

/** One survey of a pack, as authored: it is stored as `text`, never as it is written back. */
export interface PackDefinition {
  readonly file: string;
  readonly text: string;
}

/** A whole pack, checked: every id points to something, every count is right. */
export interface RegionPack {
  readonly manifest: DeepReadonly<z.infer<typeof Manifest>>;
  readonly subRegions: DeepReadonly<PackFiles["members"]["subRegions"]>;
  readonly members: DeepReadonly<PackFiles["members"]["members"]>;
  readonly groups: DeepReadonly<PackFiles["members"]["groups"]>;
  readonly strata: DeepReadonly<PackFiles["members"]["strata"]>;
  readonly neighbours: DeepReadonly<PackFiles["members"]["neighbours"]>;
  readonly sections: DeepReadonly<PackFiles["topics"]["sections"]>;
  readonly topics: DeepReadonly<PackFiles["topics"]["topics"]>;
  readonly accreditationAreas: DeepReadonly<PackFiles["topics"]["accreditationAreas"]>;
  readonly planFramework: DeepReadonly<PackFiles["planFramework"]>;
  readonly activities: DeepReadonly<PackFiles["activities"]["activities"]>;
  readonly strategicPlan: DeepReadonly<PackFiles["strategicPlan"]>;
  readonly funders: DeepReadonly<PackFiles["funders"]["funders"]>;
  readonly centres: DeepReadonly<PackFiles["centres"]["centres"]>;
  readonly costs: DeepReadonly<PackFiles["costs"]>;
  readonly expertRules: DeepReadonly<PackFiles["experts"]["rules"]>;
  readonly expertFramework: DeepReadonly<PackFiles["experts"]["framework"]>;
  readonly planning: DeepReadonly<PackFiles["planning"]>;
  readonly calendar: DeepReadonly<PackFiles["calendar"]>;
  readonly definitions: Readonly<Record<InstrumentId, PackDefinition>>;
  /** `null` where the pack brings none. */
  readonly demonstration: DeepReadonly<z.infer<typeof Demonstration>> | null;
}

/** The files of a pack after their shape was checked, before references between them were. */
export interface ShapedPack {
  readonly manifest: DeepReadonly<z.infer<typeof Manifest>>;
  readonly files: DeepReadonly<PackFiles>;
  readonly definitions: Readonly<Record<InstrumentId, PackDefinition>>;
  readonly demonstration: DeepReadonly<z.infer<typeof Demonstration>> | null;
}
