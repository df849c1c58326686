import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { ErrorSummary } from "~/app/components/field";
import { Opening, Part } from "~/app/components/part";
import { formErrors, readForm, textFields } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { findNamedRatings, setNamedRatings } from "~/app/operations/named-ratings";
import { OfficeTabs } from "../office/office-tabs";

const Form = z.object({ namedRatings: z.enum(["visible", "hidden"]) });

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "office:settings");
  return {
    title: translator(context.locale)("people.settings.title"),
    namedRatings: await findNamedRatings(context.db),
    saved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "office:settings");
  const form = Form.safeParse(textFields(await readForm(request)));
  if (!form.success) return formErrors({ visible: [translator(context.locale)("people.settings.missing")] });
  await setNamedRatings(context.db, { ...form.data, actor: { personId: viewer.personId }, at: context.now() });
  return redirect("/office/settings?saved=1", 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Settings() {
  const t = useTranslator();
  const { title, namedRatings, saved } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? {};
  return (
    <>
      <Opening
        before={
          <>
            <ErrorSummary title={t("people.signIn.errors")} errors={errors} />
            {saved && (
              <p className="callout" role="status">
                {t("people.settings.saved")}
              </p>
            )}
          </>
        }
        title={title}
        finding={t(`people.settings.finding.${namedRatings}`)}
      />
      <Part id="named" title={t("people.settings.named")} note={t("people.settings.named.note")}>
        <OfficeTabs />
        <form method="post" className="stack">
          <fieldset className={errors.visible ? "field has-error" : "field"}>
            <legend>{t("people.settings.named.question")}</legend>
            {errors.visible && <p className="field-error">{errors.visible.join(" ")}</p>}
            {(["visible", "hidden"] as const).map((choice) => (
              <label key={choice} className="check">
                <input
                  type="radio"
                  name="namedRatings"
                  id={choice}
                  value={choice}
                  defaultChecked={namedRatings === choice}
                />{" "}
                {t(`people.settings.named.${choice}`)}
              </label>
            ))}
          </fieldset>
          <p className="actions">
            <button className="button" type="submit">
              {t("people.settings.do")}
            </button>
          </p>
        </form>
      </Part>
    </>
  );
}
