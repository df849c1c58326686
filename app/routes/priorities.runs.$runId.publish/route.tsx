import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { ErrorSummary, Field } from "~/app/components/field";
import { findingOf, lensName } from "~/app/components/ranking/ranking-words";
import { formErrors, notFound, parseParams, readForm, textFields } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { showRanking } from "~/app/operations/ranking/show-ranking";
import { findStoredRanking } from "~/app/operations/ranking/stored-ranking";
import { publishRanking } from "~/db/analysis-runs";
import { ConflictError } from "~/db/conflict-error";

const Params = z.object({ runId: z.uuid() });
const Form = z.object({
  name: z.string().trim().min(1).max(120),
  note: z.string().trim().max(2000),
  signature: z.string().trim().min(2).max(120),
  confirm: z.literal("yes"),
});

/** The last look before a ranking is frozen and shared. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "ranking:publish");
  const t = translator(context.locale);
  const stored = await findStoredRanking(context.db, parseParams(Params, params).runId);
  const ranking = stored && showRanking(stored, { office: false });
  const whole = stored && showRanking(stored, { office: true });
  if (!stored || !whole) throw notFound("ranking");
  const round = whole.round;
  return {
    title: t("priorities.publishPage.title"),
    runId: stored.runId,
    /** `null` where too few answered for anything to be shared. */
    finding: ranking ? findingOf(t, ranking) : null,
    closed: round.closed,
    shared: ranking?.lenses.map((lens) => lensName(t, lens)) ?? [],
    kept: whole.lenses.filter(({ publishable }) => !publishable).map((lens) => lensName(t, lens)),
    published: whole.published,
    suggested: t("priorities.title", { cycle: t.cycle(round.plannedFor) }),
    signature: viewer.name,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "ranking:publish");
  const t = translator(context.locale);
  const stored = await findStoredRanking(context.db, parseParams(Params, params).runId);
  if (!stored || !showRanking(stored, { office: false })) throw notFound("ranking");
  const fields = textFields(await readForm(request));
  const form = Form.safeParse(fields);
  if (!form.success) {
    const wrong = new Set(form.error.issues.map(({ path }) => String(path[0])));
    return formErrors(
      {
        ...(wrong.has("name") ? { name: [t("priorities.publishPage.nameMissing")] } : {}),
        ...(wrong.has("note") ? { note: [t("priorities.publishPage.noteLong")] } : {}),
        ...(wrong.has("signature") ? { signature: [t("priorities.publishPage.signatureMissing")] } : {}),
        ...(wrong.has("confirm") ? { confirm: [t("priorities.publishPage.confirmMissing")] } : {}),
      },
      fields,
    );
  }
  try {
    const { id } = await publishRanking(context.db, {
      runId: stored.runId,
      name: form.data.name,
      note: form.data.note,
      publishedByName: form.data.signature,
      actor: { personId: viewer.personId },
      at: context.now(),
    });
    return redirect(`/priorities/published/${id}`);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const message =
      error.reason === "alreadyPublished"
        ? t("priorities.publishPage.alreadyPublished")
        : t("priorities.publishPage.nameTaken");
    return formErrors({ name: [message] }, fields);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Publish() {
  const t = useTranslator();
  const { title, runId, finding, closed, shared, kept, published, suggested, signature } =
    useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors = sent?.errors ?? {};
  const value = (name: string, before = ""): string => sent?.values[name] ?? before;
  return (
    <main className="page form-page" id="main">
      <form method="post">
        <ErrorSummary title={t("priorities.publishPage.errors")} errors={errors} />
        <p className="eyebrow">
          <a href={`/priorities/runs/${runId}`}>{t("priorities.titleNone")}</a>
        </p>
        <h1>{title}</h1>
        {finding === null ? (
          <p className="callout callout-bad">{t("priorities.publishPage.tooFew")}</p>
        ) : (
          <>
            <p className="finding">{finding}</p>
            {!closed && <p className="callout callout-warn">{t("priorities.publishPage.open")}</p>}
            {published.map(({ id, name, at }) => (
              <p key={id} className="callout callout-warn">
                {t("priorities.publishPage.before", { name, date: t.date(at) })}
              </p>
            ))}
            <p>{t("priorities.publishPage.what", { shared: t.list(shared) })}</p>
            {kept.length > 0 && <p>{t("priorities.publishPage.kept", { kept: t.list(kept), count: kept.length })}</p>}
            <p>{t("priorities.publishPage.forEver")}</p>
            <Field id="name" label={t("priorities.publishPage.name")} errors={errors.name}>
              {(described) => (
                <input {...described} className="input" maxLength={120} defaultValue={value("name", suggested)} />
              )}
            </Field>
            <Field
              id="note"
              label={t("priorities.publishPage.note")}
              hint={t("priorities.publishPage.noteHint")}
              errors={errors.note}
            >
              {(described) => (
                <textarea {...described} className="input" rows={4} maxLength={2000} defaultValue={value("note")} />
              )}
            </Field>
            <Field
              id="signature"
              label={t("priorities.publishPage.signature")}
              hint={t("priorities.publishPage.signatureHint")}
              errors={errors.signature}
            >
              {(described) => (
                <input {...described} className="input" maxLength={120} defaultValue={value("signature", signature)} />
              )}
            </Field>
            <div className={errors.confirm ? "field has-error" : "field"}>
              {errors.confirm && (
                <p className="field-error" id="confirm-error">
                  {errors.confirm.join(" ")}
                </p>
              )}
              <label className="check">
                <input
                  type="checkbox"
                  id="confirm"
                  name="confirm"
                  value="yes"
                  aria-describedby={errors.confirm ? "confirm-error" : undefined}
                />{" "}
                {t("priorities.publishPage.confirm")}
              </label>
            </div>
            <div className="actions">
              <button className="button" type="submit">
                {t("priorities.publishPage.do")}
              </button>
              <a className="button button-second" href={`/priorities/runs/${runId}`}>
                {t("priorities.publishPage.back")}
              </a>
            </div>
          </>
        )}
      </form>
    </main>
  );
}
