import { platform } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { grantRole, insertPerson } from "~/db/people";
import type { RegionPack } from "~/db/regions/pack-schema";
import type { Role } from "~/db/schema/people";
import type { Demonstration } from "./demonstration-pack";

/** One person for each role, for the sign-in of one click. Names say that they are made up. */
export async function makePeople(
  db: Database,
  { pack, made, at }: { readonly pack: RegionPack; readonly made: Demonstration; readonly at: Date },
): Promise<ReadonlyMap<Role, string>> {
  const member = pack.members.find(({ id }) => id === made.people.member);
  const cast: readonly { role: Role; name: string; memberId: string | null; language: string }[] = [
    { role: "administrator", name: "Administrator (synthetic)", memberId: null, language: "en" },
    { role: "coordinator", name: "Coordinator (synthetic)", memberId: made.people.coordinator, language: "en" },
    { role: "planner", name: "Planner (synthetic)", memberId: null, language: "en" },
    {
      role: "member",
      name: `Contact point, ${member?.name.en ?? made.people.member} (synthetic)`,
      memberId: made.people.member,
      language: "en",
    },
    { role: "viewer", name: "Viewer (synthetic)", memberId: null, language: "en" },
  ];
  const people = new Map<Role, string>();
  for (const { role, name, memberId, language } of cast) {
    const email = `${role}@demonstration.invalid`;
    const person = await insertPerson(db, { name, email, memberId, language, actor: platform, at });
    const bound = role === "member" || role === "coordinator" ? memberId : null;
    await grantRole(db, { personId: person.id, role, memberId: bound, actor: platform, at });
    people.set(role, person.id);
  }
  return people;
}
