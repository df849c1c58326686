import { fileURLToPath } from "node:url";
import pino from "pino";
import { ROLES, type Role } from "~/app/auth/permissions";
import { parseConfig } from "~/app/config.server";
import { openOffice } from "~/app/operations/open-office";
import { platform } from "~/db/audit";
import { grantRole, insertPerson } from "~/db/people";

/**
 * `node build/cli/person.js add <mail address> --role <role> [--member <id>] [--name <name>]`: registers a person who can
 * sign in, for instance the first administrator. The embedded database is opened by one process only: stop the server first.
 */
const [verb, email, ...options] = process.argv.slice(2);
const option = (name: string): string | undefined => {
  const at = options.indexOf(`--${name}`);
  return at < 0 ? undefined : options[at + 1];
};
const isRole = (role: string | undefined): role is Role => ROLES.some((known) => known === role);
const role = option("role");

if (verb !== "add" || !email?.includes("@") || !isRole(role)) {
  console.error(
    `Usage: node build/cli/person.js add <mail address> --role <${ROLES.join("|")}> [--member <id>] [--name <name>]`,
  );
  process.exit(2);
}
const parsed = parseConfig(process.env, { empty: true });
if ("faults" in parsed) {
  console.error(parsed.faults.join("\n"));
  process.exit(1);
}
const at = new Date();
const office = await openOffice({
  config: parsed.config,
  root: fileURLToPath(new URL("../..", import.meta.url)),
  step: () => {},
  log: pino({ level: "silent" }),
  now: () => at,
});
try {
  const memberId = option("member") ?? null;
  const person = await insertPerson(office.db, { name: option("name") ?? email, email, memberId, actor: platform, at });
  await grantRole(office.db, {
    personId: person.id,
    role,
    memberId: role === "member" ? memberId : null,
    actor: platform,
    at,
  });
  console.log(`${person.name} is ${role} now and can sign in with ${email}.`);
} finally {
  await office.close();
}
