import { index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { moment, sha256, slug } from "./columns";
import { cycles } from "./cycles";
import { responseRevisions } from "./responses";
import { rounds } from "./rounds";

/** A stored calculation: canonical JSON as text, so that the same run gives the same bytes. Never changed. */
export const analysisRuns = pgTable(
  "analysis_run",
  {
    id: uuid("id").primaryKey(),
    kind: slug("kind").notNull(),
    roundId: uuid("round_id").references(() => rounds.id),
    cycleId: slug("cycle_id").references(() => cycles.id),
    /** Inputs, parameters, method versions, seed and results, in the canonical spelling of RFC 8785. */
    document: text("document").notNull(),
    sha256: sha256("sha256").notNull(),
    inputSha256: sha256("input_sha256").notNull(),
    parameters: jsonb("parameters").$type<Readonly<Record<string, unknown>>>().notNull(),
    /** Version of each method, by name. */
    methods: jsonb("methods").$type<Readonly<Record<string, number>>>().notNull(),
    seed: text("seed"),
    createdBy: uuid("created_by"),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    index("analysis_run_round").on(table.roundId, table.kind, table.createdAt),
    index("analysis_run_cycle").on(table.cycleId, table.kind, table.createdAt),
    index("analysis_run_sha").on(table.sha256),
  ],
);

/** The revisions that a run used. */
export const analysisRunRevisions = pgTable(
  "analysis_run_revision",
  {
    runId: uuid("run_id")
      .notNull()
      .references(() => analysisRuns.id),
    revisionId: uuid("revision_id")
      .notNull()
      .references(() => responseRevisions.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.revisionId] }),
    index("analysis_run_revision_revision").on(table.revisionId),
  ],
);

/** A run that was shown to the members under a name. Never changed. */
export const publishedRankings = pgTable(
  "published_ranking",
  {
    id: uuid("id").primaryKey(),
    runId: uuid("run_id")
      .notNull()
      .references(() => analysisRuns.id),
    name: text("name").notNull(),
    note: text("note").notNull(),
    publishedBy: uuid("published_by"),
    /** The name that was signed with. */
    publishedByName: text("published_by_name").notNull(),
    publishedAt: moment("published_at").notNull(),
  },
  (table) => [uniqueIndex("published_ranking_name").on(table.name), index("published_ranking_run").on(table.runId)],
);
