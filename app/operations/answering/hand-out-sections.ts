import { hashOfSecret, newSecret } from "~/app/auth/viewer.server";
import type { Database } from "~/db/engine/database";
import {
  findLinks,
  findSectionAssignments,
  insertLink,
  markSectionDone,
  revokeLinks,
  type SectionAssignment,
} from "~/db/invitations";
import { actorOf } from "./begun-response";
import { railOf } from "./describe-page";
import type { Answering } from "./open-answering";
import { storedEntries, valuesOf } from "./stored-entries";

/** A part of the survey that can be handed to a colleague, and with whom it is. */
export interface HandOutSection {
  readonly id: string;
  readonly title: string;
  readonly rows: number;
  readonly of: number;
  readonly holder: string | null;
  readonly doneAt: Date | null;
}

/** A colleague's link, without its secret. */
export interface ColleagueLink {
  readonly id: string;
  readonly holder: string;
  readonly sections: readonly { readonly title: string; readonly doneAt: Date | null }[];
  readonly madeAt: Date;
  readonly openedAt: Date | null;
}

export interface HandOut {
  readonly sections: readonly HandOutSection[];
  readonly links: readonly ColleagueLink[];
}

/** What of a survey is with which colleague, and what they say is done. */
export async function readHandOut(
  db: Database,
  { answering, language }: { readonly answering: Answering; readonly language: string },
): Promise<HandOut> {
  const { invitation } = answering;
  const stored = await storedEntries(db, answering);
  const links = (await findLinks(db, invitation.id)).filter(
    ({ sections, revokedAt }) => sections !== null && revokedAt === null,
  );
  const assigned = new Map((await findSectionAssignments(db, invitation.id)).map((one) => [one.section, one]));
  const holders = new Map(links.map(({ id, holder }) => [id, holder ?? ""]));
  const steps = railOf(answering, valuesOf(stored), { current: null, language });
  const sections = sectionsOf(answering, steps).map(({ id, title, rows, of }): HandOutSection => {
    const assignment = assigned.get(id);
    const holder = assignment && holders.get(assignment.linkId);
    return { id, title, rows, of, holder: holder ?? null, doneAt: (holder && assignment?.doneAt) || null };
  });
  const titles = new Map(sections.map(({ id, title }) => [id, title]));
  return {
    sections,
    links: links.map((link) => ({
      id: link.id,
      holder: link.holder ?? "",
      sections: (link.sections ?? []).map((id) => ({
        title: titles.get(id) ?? id,
        doneAt: doneWith(assigned.get(id), link.id),
      })),
      madeAt: link.createdAt,
      openedAt: link.openedAt,
    })),
  };
}

const doneWith = (assignment: SectionAssignment | undefined, linkId: string): Date | null =>
  assignment?.linkId === linkId ? assignment.doneAt : null;

function sectionsOf({ compiled }: Answering, steps: ReturnType<typeof railOf>) {
  const sectionOf = new Map(compiled.pages.map(({ name, section }) => [name, section]));
  const sections = new Map<string, { id: string; title: string; rows: number; of: number }>();
  for (const { name, title, rows, of } of steps) {
    const id = sectionOf.get(name) ?? name;
    const known = sections.get(id);
    if (known) sections.set(id, { id, title: `${known.title}, ${title}`, rows: known.rows + rows, of: known.of + of });
    else sections.set(id, { id, title, rows, of });
  }
  return [...sections.values()];
}

/** Parts of the survey that a colleague was asked for and has not called done. */
export async function sectionsUnderWay(
  db: Database,
  asked: { readonly answering: Answering; readonly language: string },
): Promise<readonly HandOutSection[]> {
  if (asked.answering.kind !== "kept" || asked.answering.link.sections !== null) return [];
  return (await readHandOut(db, asked)).sections.filter(({ holder, doneAt }) => holder !== null && doneAt === null);
}

/**
 * A link for a colleague that opens some sections only and cannot send; its secret is shown once.
 *
 * @returns `undefined` if a section is none of the survey's
 */
export async function handOutSections(
  db: Database,
  {
    answering,
    sections,
    holder,
    at,
  }: {
    readonly answering: Answering;
    readonly sections: readonly string[];
    readonly holder: string;
    readonly at: Date;
  },
): Promise<string | undefined> {
  const known = new Set(answering.compiled.pages.map(({ section }) => section));
  if (!sections.every((section) => known.has(section))) return undefined;
  const secret = newSecret();
  await insertLink(db, {
    invitationId: answering.invitation.id,
    tokenHash: hashOfSecret(secret),
    sections: [...new Set(sections)],
    holder,
    keepOthers: true,
    actor: actorOf(answering),
    at,
  });
  return secret;
}

/** Takes a colleague's link back; what was saved by it stays. @returns whether there is such a link */
export async function takeSectionsBack(
  db: Database,
  { answering, linkId, at }: { readonly answering: Answering; readonly linkId: string; readonly at: Date },
): Promise<boolean> {
  const links = await findLinks(db, answering.invitation.id);
  if (!links.some(({ id, sections }) => id === linkId && sections !== null)) return false;
  await revokeLinks(db, { linkIds: [linkId], actor: actorOf(answering), at });
  return true;
}

/** A colleague says of the sections of the own link that they are done, or takes it back. */
export async function markOwnSections(
  db: Database,
  {
    answering,
    sections,
    done,
    at,
  }: {
    readonly answering: Answering;
    readonly sections: readonly string[];
    readonly done: boolean;
    readonly at: Date;
  },
): Promise<void> {
  const { invitation, link } = answering;
  for (const section of sections)
    if (link.sections?.includes(section))
      await markSectionDone(db, { invitationId: invitation.id, linkId: link.id, section, done, at });
}
