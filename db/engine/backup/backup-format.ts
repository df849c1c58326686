import { z } from "zod";

/**
 * A backup is a gzipped text of JSON lines: the header, for each table its heading and one string per row (the row as
 * PostgreSQL writes it), at last the end, with the rows of each table and the SHA-256 of all lines before it. It names no
 * engine, so either can be restored from it.
 */
export const BackupHeader = z.object({
  format: z.literal("meridian-backup"),
  version: z.literal(1),
  createdAt: z.iso.datetime(),
  /** `null` where no office was founded yet. */
  office: z.object({ packId: z.string(), name: z.string(), synthetic: z.boolean() }).nullable(),
  /** The migrations that its schema has, by the moment that names them. */
  migrations: z.array(z.number()),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

export const TableHeading = z.object({ table: z.string(), columns: z.array(z.string()) });
export type TableHeading = z.infer<typeof TableHeading>;

export const BackupEnd = z.object({
  end: z.object({ rows: z.record(z.string(), z.number()), sha256: z.string() }),
});

/** What a backup holds, or what was restored of it. */
export interface BackupSummary {
  readonly header: BackupHeader;
  readonly tables: number;
  readonly rows: number;
}
