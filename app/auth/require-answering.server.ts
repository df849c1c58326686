import { data } from "@remix-run/node";
import { z } from "zod";
import type { AppContext } from "~/app/context";
import { parseParams } from "~/app/http/respond";
import { type Answering, openAnswering } from "~/app/operations/answering/open-answering";
import { limitTries } from "./limit-tries.server";

const Params = z.object({ token: z.string().min(1).max(200) });

/** Why a link does not lead to a form; each has a page with the same words for everybody. */
export type AnsweringRefusal = "unknown" | "revoked" | "expired" | "notYet" | "closed";

const STATUS: Readonly<Record<AnsweringRefusal, number>> = {
  unknown: 404,
  revoked: 410,
  expired: 410,
  notYet: 403,
  closed: 403,
};

/** The page of a refusal. `details` are what its sentence needs. */
export function answeringRefused(refusal: AnsweringRefusal, details: Readonly<Record<string, string>> = {}) {
  return data({ refusal, details }, { status: STATUS[refusal] });
}

/**
 * What the link in the address opens. Wrong links are counted by address, right ones are not: a whole workshop may
 * stand behind one.
 *
 * @throws the page that says why it opens nothing
 */
export async function requireAnswering(
  context: AppContext,
  params: Readonly<Record<string, string | undefined>>,
): Promise<Answering> {
  const { token } = parseParams(Params, params);
  const opened = await openAnswering(context.db, { token, at: context.now() });
  if ("answering" in opened) return opened.answering;
  await limitTries(context, [`link ${context.ip}`]);
  throw answeringRefused(opened.refusal);
}

/**
 * The same where answers are given: the round must be open.
 *
 * @throws the page that says when it opens, or that it has closed and what to do
 */
export async function requireOpenAnswering(
  context: AppContext,
  params: Readonly<Record<string, string | undefined>>,
): Promise<Answering> {
  const answering = await requireAnswering(context, params);
  const { round, window } = answering;
  if (window === "notYet") throw answeringRefused("notYet", { date: round.opensOn });
  if (window === "closed") throw answeringRefused("closed", { date: round.closesOn });
  return answering;
}

/** Whether the draft may still be changed. */
export function isDraft({ response }: Pick<Answering, "response">): boolean {
  return response === undefined || response.state === "draft" || response.state === "reopened";
}
