import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { ExpertForm } from "~/app/components/expert-form";
import { ErrorSummary } from "~/app/components/field";
import { Opening, Part } from "~/app/components/part";
import { formErrors, notFound, parseParams, readForm } from "~/app/http/respond";
import { type Translator, translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { type FacilitationView, readFacilitation } from "~/app/operations/evaluation/read-facilitation";
import { expertOptions } from "~/app/operations/supply/expert-options";
import {
  changeConflict,
  noteStanding,
  parseExpertForm,
  saveExpert,
  typedValues,
} from "~/app/operations/supply/save-expert";
import { ConflictsPart } from "./conflicts-part";
import { describePerson } from "./describe-person";
import { StandingsPart } from "./standings-part";

const Params = z.object({ personId: z.uuid() });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "expert:read");
  const { personId } = parseParams(Params, params);
  const t = translator(context.locale);
  const person = await describePerson(context, { personId, office: may(viewer.roles, "ranking:readOffice"), t });
  if (!person) throw notFound("expert");
  const rated = may(viewer.roles, "activity:readOffice")
    ? await readFacilitation(context.db, { personIds: [personId], t })
    : undefined;
  const mayManage = may(viewer.roles, "expert:manage");
  const options = await expertOptions(context.db, { pack: context.pack, at: context.now(), t });
  return {
    title: person.name,
    ...person,
    facilitation: rated === undefined ? null : facilitationSentence(rated, t),
    mayManage,
    options: { ...options, cycle: t.cycle(options.cycleId) },
  };
}

function facilitationSentence(rated: FacilitationView | null, t: Translator): string {
  const [row] = rated?.rows ?? [];
  return row ? t("evaluation.facilitators.one", { ...row }) : t("evaluation.facilitators.oneNone");
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "expert:manage");
  const { personId } = parseParams(Params, params);
  const t = translator(context.locale);
  const form = await readForm(request);
  const at = context.now();
  const common = { personId, form, t, actor: { personId: viewer.personId }, at, today: at.toISOString().slice(0, 10) };
  const intent = form.get("intent");
  const done =
    intent === "standing"
      ? await noteStanding(context.db, common)
      : intent === "conflict"
        ? await changeConflict(context.db, common)
        : await saveEntry();
  if (done === "unknownPerson") throw notFound("expert");
  if (typeof done === "object") return formErrors(done.errors, typedValues(form));
  return redirect(`/experts/register/${personId}`);

  async function saveEntry() {
    const parsed = parseExpertForm(form, t);
    if ("errors" in parsed) return parsed;
    const { cycleId } = await expertOptions(context.db, { pack: context.pack, at, t });
    const { actor } = common;
    const saved = await saveExpert(context.db, { draft: { ...parsed.draft, id: personId }, cycleId, actor, at });
    if (typeof saved === "object") return "saved" as const;
    if (saved === "unknownPerson") return saved;
    return saved === "unknownTopic"
      ? { errors: { note: [t("experts.form.unknownTopic")] } }
      : { errors: { member: [t("experts.form.unknownMember")] } };
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Person() {
  const t = useTranslator();
  const data = useLoaderData<typeof loader>();
  const { title, finding, terms, standings, missions, availability, conflicts, mayManage, options, entry } = data;
  const failed = useActionData<typeof action>();
  const typed = failed?.values;
  const values =
    typed?.intent === "entry"
      ? {
          ...entry,
          ...typed,
          languages: (typed.languages ?? "").split(" "),
          topics: (typed.topics ?? "").split(" "),
          released: typed.released === "on",
          confirmed: typed.confirmed === "on",
        }
      : entry;
  return (
    <main className="page" id="main">
      {failed && <ErrorSummary title={t("experts.form.errors")} errors={failed.errors} />}
      <Opening title={title} finding={finding} terms={terms}>
        <p>
          <a href="/experts/register">{t("experts.person.back")}</a>
        </p>
      </Opening>
      <StandingsPart
        standings={standings}
        areas={options.areas}
        mayManage={mayManage}
        errors={typed?.intent === "standing" ? (failed?.errors ?? {}) : {}}
        typed={typed?.intent === "standing" ? typed : {}}
      />
      <Part id="missions" title={t("experts.person.missions")}>
        {missions.length === 0 ? (
          <p>{t("experts.person.noMissions")}</p>
        ) : (
          <ol className="timeline">
            {missions.map(({ id, date, day, text, rating }) => (
              <li key={id}>
                <time dateTime={day}>{date}</time>
                <span>
                  {text} {rating}
                </span>
              </li>
            ))}
          </ol>
        )}
      </Part>
      {data.facilitation && (
        <Part id="facilitation" title={t("evaluation.facilitators")} note={t("evaluation.facilitators.note")}>
          <p>{data.facilitation}</p>
        </Part>
      )}
      <Part id="months" title={t("experts.person.availability")}>
        {availability.length === 0 ? (
          <p>{t("experts.person.availabilityAny")}</p>
        ) : (
          availability.map((line) => <p key={line}>{line}</p>)
        )}
      </Part>
      {conflicts && (
        <ConflictsPart
          conflicts={conflicts}
          members={options.members}
          mayManage={mayManage}
          errors={typed?.intent === "conflict" ? (failed?.errors ?? {}) : {}}
        />
      )}
      {mayManage && (
        <Part id="entry" title={t("experts.person.edit")}>
          <ExpertForm
            values={values}
            errors={typed?.intent === "entry" ? (failed?.errors ?? {}) : {}}
            known
            {...options}
          />
        </Part>
      )}
    </main>
  );
}
