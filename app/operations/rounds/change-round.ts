import { z } from "zod";
import type { AppContext } from "~/app/context";
import type { FormErrors } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import type { Actor } from "~/db/audit";
import { findResponse } from "~/db/drafts";
import { findInvitation } from "~/db/invitations";
import { findMember } from "~/db/members";
import { reopenResponse } from "~/db/response-states";
import { extendRound, findRound, type Round } from "~/db/rounds";
import { closeEvaluation } from "../evaluation/run-evaluation";
import { earliestLocalDate } from "./earliest-local-date";
import { endRound, isConflict, renewLink } from "./hold-round";
import { remindMembers } from "./remind-members";

export type RoundChange =
  | { readonly notFound: true }
  | { readonly errors: FormErrors; readonly status: 400 | 409 }
  /** A new link is shown once. */
  | { readonly link: { readonly member: string; readonly url: string } | null }
  | { readonly reminded: { readonly written: number; readonly withoutAddress: number } };

const Form = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("extend"), closesOn: z.iso.date() }),
  z.object({ intent: z.literal("close"), confirm: z.literal("yes") }),
  z.object({ intent: z.literal("link"), invitationId: z.uuid() }),
  z.object({ intent: z.literal("remind"), invitationId: z.uuid().optional() }),
  z.object({ intent: z.literal("reopen"), responseId: z.uuid(), reason: z.string().trim().min(1).max(500) }),
]);

/** What the coordinator does on the page of a round: move its end, close it, make a link, remind, open an answer again. */
export async function changeRound(
  context: AppContext,
  { roundId, form, personId }: { readonly roundId: string; readonly form: FormData; readonly personId: string },
): Promise<RoundChange> {
  const t = translator(context.locale);
  const { db, config, officeName } = context;
  const made = { actor: { personId }, at: context.now() };
  const letters = { publicUrl: config.publicUrl, officeName };
  const parsed = Form.safeParse(Object.fromEntries(form));
  if (!parsed.success) {
    const wrong: Readonly<Record<string, FormErrors>> = {
      extend: { closesOn: [t("surveys.new.dateWrong")] },
      close: { confirm: [t("surveys.one.close.unconfirmed")] },
      reopen: { [`reason-${String(form.get("responseId"))}`]: [t("surveys.one.reasonMissing")] },
    };
    return { errors: wrong[String(form.get("intent"))] ?? { "": [t("frame.error.400.body")] }, status: 400 };
  }
  const asked = parsed.data;
  try {
    switch (asked.intent) {
      case "extend": {
        const round = await findRound(db, roundId);
        if (!round) return { notFound: true };
        if (asked.closesOn < round.opensOn)
          return { errors: { closesOn: [t("surveys.new.datesTurned")] }, status: 400 };
        if (asked.closesOn < earliestLocalDate(context.now()))
          return { errors: { closesOn: [t("surveys.new.dateOver")] }, status: 400 };
        await extendRound(db, { id: roundId, closesOn: asked.closesOn, ...made });
        return { link: null };
      }
      case "close":
        return (await endOf(context, { roundId, ...made })) ? { link: null } : { notFound: true };
      case "remind": {
        const reminded = await remindMembers(db, { roundId, invitationId: asked.invitationId, letters, ...made });
        if (!reminded) return { notFound: true };
        context.wakeMail();
        return { reminded };
      }
      case "reopen": {
        const response = await findResponse(db, asked.responseId);
        if (response?.roundId !== roundId) return { notFound: true };
        await reopenResponse(db, { responseId: response.id, reason: asked.reason, ...made });
        return { link: null };
      }
      case "link": {
        const invitation = await findInvitation(db, asked.invitationId);
        if (invitation?.roundId !== roundId) return { notFound: true };
        if ((await findRound(db, roundId))?.state !== "open")
          return { errors: { "": [t("surveys.one.closedNoLink")] }, status: 409 };
        const url = await renewLink(db, { invitationId: invitation.id, letters, ...made });
        const member = invitation.memberId ? await findMember(db, invitation.memberId) : undefined;
        return url ? { link: { member: t.pick(member?.name) || (invitation.email ?? ""), url } } : { notFound: true };
      }
    }
  } catch (error) {
    if (!isConflict(error)) throw error;
    return { errors: { "": [t("surveys.one.conflict")] }, status: 409 };
  }
}

/** An anonymous round of an activity is its evaluation: closing it brings its figures. */
async function endOf(
  { db, pack }: AppContext,
  { roundId, ...made }: { readonly roundId: string; readonly actor: Actor; readonly at: Date },
): Promise<Round | undefined> {
  const round = await findRound(db, roundId);
  const ends = round?.anonymous && round.activityId !== null;
  return ends ? closeEvaluation(db, { roundId, pack, ...made }) : endRound(db, { roundId, ...made });
}
