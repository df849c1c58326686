import { z } from "zod";
import type { AppContext } from "~/app/context";
import type { FormErrors } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { holdAdministrationFollowUp } from "~/app/operations/follow-up/hold-administration-follow-up";
import { holdParticipantFollowUp } from "~/app/operations/follow-up/hold-participant-follow-up";
import { NotPublishedError, type OpenedFollowUp } from "~/app/operations/follow-up/open-follow-up-round";
import { earliestLocalDate } from "~/app/operations/rounds/earliest-local-date";
import { findActivity } from "~/db/activities";
import { ConflictError } from "~/db/conflict-error";
import { cycleAt } from "~/db/regions/cycle-dates";

const Id = z.string().regex(/^[\w.-]{1,100}$/);
const Form = z.discriminatedUnion("who", [
  z.object({ who: z.literal("participants"), activity: Id, closesOn: z.iso.date() }),
  z.object({ who: z.literal("administrations"), workshops: z.array(Id).min(1).max(200), until: z.iso.date() }),
]);

type Outcome =
  | { readonly errors: FormErrors; readonly status: 400 | 409 }
  | { readonly opened: { readonly id: string; readonly name: string; readonly links: OpenedFollowUp["links"] } };

/** The form of a new follow-up: read, checked, and done. */
export async function openFollowUp(
  context: AppContext,
  { form, personId }: { readonly form: FormData; readonly personId: string },
): Promise<Outcome> {
  const { db, config, officeName, pack } = context;
  const t = translator(context.locale);
  const at = context.now();
  const parsed = Form.safeParse({ ...Object.fromEntries(form), workshops: form.getAll("workshops").map(String) });
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
    return {
      errors: {
        ...(wrong.has("activity") && { activity: [t("followUp.new.activityMissing")] }),
        ...(wrong.has("workshops") && { workshops: [t("followUp.new.workshopsMissing")] }),
        ...(wrong.has("closesOn") && { closesOn: [t("surveys.new.dateWrong")] }),
        ...(wrong.has("until") && { until: [t("surveys.new.dateWrong")] }),
        ...(wrong.has("who") && { "": [t("frame.error.400.body")] }),
      },
      status: 400,
    };
  }
  const asked = parsed.data;
  const closesOn = asked.who === "participants" ? asked.closesOn : asked.until;
  if (closesOn < earliestLocalDate(at)) {
    const field = asked.who === "participants" ? "closesOn" : "until";
    return { errors: { [field]: [t("surveys.new.dateOver")] }, status: 400 };
  }
  const common = {
    closesOn,
    cycle: cycleAt(pack, at.toISOString().slice(0, 10)),
    letters: { publicUrl: config.publicUrl, officeName },
    actor: { personId },
    at,
  };
  try {
    if (asked.who === "administrations") {
      const name = t("followUp.new.nameAdministrations", { date: t.date(at) });
      const held = await holdAdministrationFollowUp(db, { activityIds: asked.workshops, name, ...common });
      if (!held) return { errors: { workshops: [t("followUp.new.nobodyPresent")] }, status: 400 };
      context.wakeMail();
      return { opened: { id: held.round.id, name: held.round.name, links: held.links } };
    }
    const activity = await findActivity(db, asked.activity);
    const name = t("followUp.new.nameParticipants", { workshop: activity?.title ?? "" });
    const held = await holdParticipantFollowUp(db, { activityId: asked.activity, name, ...common });
    if (!held) return { errors: { activity: [t("followUp.new.activityMissing")] }, status: 400 };
    if ("nobody" in held) return { errors: { activity: [t("followUp.new.unreachable")] }, status: 400 };
    context.wakeMail();
    return { opened: { id: held.round.id, name: held.round.name, links: held.links } };
  } catch (error) {
    if (error instanceof ConflictError) return { errors: { "": [t("followUp.new.underWay")] }, status: 409 };
    if (error instanceof NotPublishedError) return { errors: { "": [t("followUp.new.notPublished")] }, status: 409 };
    throw error;
  }
}
