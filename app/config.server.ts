import { join } from "node:path";
import { z } from "zod";

const flag = z
  .enum(["0", "1", "true", "false"], { error: "expected 1 or 0" })
  .transform((value) => value === "1" || value === "true");

const Environment = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int("expected a port from 0 to 65535").min(0).max(65535).default(4800),
  PUBLIC_URL: z.url("expected an address like https://meridian.example.org").optional(),
  SECRET: z.string().min(32, "expected at least 32 characters, for instance from `openssl rand -hex 32`").optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "expected postgres://user:password@host:5432/database")
    .optional(),
  DATA_DIR: z.string().min(1).default("var/data"),
  BACKUP_DIR: z.string().min(1).optional(),
  BACKUP_HOURS: z.coerce
    .number("expected hours, 0 for no backups")
    .min(0, "expected hours, 0 for no backups")
    .default(24),
  BACKUP_KEEP: z.coerce
    .number("expected a number from 1")
    .int("expected a number from 1")
    .min(1, "expected a number from 1")
    .default(14),
  REGION: z.string().min(1).default("db/regions/asia-pacific"),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "expected smtp://user:password@host:587")
    .optional(),
  MAIL_FROM: z.string().min(3).default("Meridian <office@meridian.invalid>"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  DEMONSTRATION: flag.optional(),
  PSEUDO_LOCALE: flag.optional(),
});

export type Config = Readonly<{
  mode: "production" | "development" | "test";
  host: string;
  port: number;
  /** The address that links in mails carry. */
  publicUrl: string;
  /** Signs cookies. Made afresh at each start if none is configured, which only a server on loopback may do. */
  secret: string | undefined;
  databaseUrl: string | undefined;
  dataDirectory: string;
  backupDirectory: string;
  /** How often the embedded database is backed up, 0 for never, and how many backups are kept. */
  backupHours: number;
  backupsKept: number;
  regionFolder: string;
  smtpUrl: string | undefined;
  mailFrom: string;
  logLevel: string;
  /** Demonstration cycle: default on the embedded database, never in PostgreSQL unless asked. */
  demonstration: boolean;
  /** Offers a right-to-left pseudo-language, for tests of the look. */
  pseudoLocale: boolean;
}>;

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

/** Whether only this machine can reach the server. */
export function isLoopback(config: Pick<Config, "host">): boolean {
  return LOOPBACK.has(config.host);
}

/**
 * The environment, parsed once at the start.
 *
 * @returns the configuration, or a sentence for each variable that is wrong or missing: which, what was given, what is
 *   expected. A secret's value is never repeated.
 */
export function parseConfig(
  environment: Readonly<Record<string, string | undefined>>,
  options: { readonly empty?: boolean } = {},
): { readonly config: Config } | { readonly faults: readonly string[] } {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    return {
      faults: parsed.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        const secret = name === "SECRET" || name.endsWith("_URL");
        return `${name}: ${issue.message}; given was ${secret ? "something else" : JSON.stringify(given[name])}`;
      }),
    };
  }
  const e = parsed.data;
  const config: Config = {
    mode: e.NODE_ENV,
    host: e.HOST,
    port: e.PORT,
    publicUrl: e.PUBLIC_URL?.replace(/\/$/, "") ?? `http://${e.HOST === "::1" ? "[::1]" : e.HOST}:${e.PORT}`,
    secret: e.SECRET,
    databaseUrl: e.DATABASE_URL,
    dataDirectory: e.DATA_DIR,
    backupDirectory: e.BACKUP_DIR ?? join(e.DATA_DIR, "backups"),
    backupHours: e.BACKUP_HOURS,
    backupsKept: e.BACKUP_KEEP,
    regionFolder: e.REGION,
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    logLevel: e.LOG_LEVEL,
    demonstration: options.empty ? false : (e.DEMONSTRATION ?? !e.DATABASE_URL),
    pseudoLocale: e.PSEUDO_LOCALE ?? false,
  };
  const faults: string[] = [];
  if (!isLoopback(config)) {
    if (!config.secret)
      faults.push(
        `SECRET: missing, and HOST ${config.host} can be reached from other machines; expected at least 32 characters, for instance from \`openssl rand -hex 32\``,
      );
    if (!e.PUBLIC_URL)
      faults.push(
        `PUBLIC_URL: missing, and HOST ${config.host} can be reached from other machines; expected the address that members use, like https://meridian.example.org`,
      );
    if (config.demonstration)
      faults.push(
        `HOST: the demonstration is served on loopback only; given was ${config.host}; expected 127.0.0.1, or DEMONSTRATION=0`,
      );
  }
  return faults.length > 0 ? { faults } : { config };
}
