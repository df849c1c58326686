import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { limitTries } from "~/app/auth/limit-tries.server";
import { ErrorSummary, Field } from "~/app/components/field";
import { formErrors, readForm, textFields } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { requestSignIn } from "~/app/operations/request-sign-in";

// Open to everybody; tries are limited by address and by mail address.
export async function loader({ request, context }: LoaderFunctionArgs) {
  const to = new URL(request.url).searchParams.get("to") ?? "/home";
  return { title: translator(context.locale)("people.signIn.title"), to: localPath(to) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const t = translator(context.locale);
  const values = textFields(await readForm(request));
  const form = z
    .object({ email: z.email(t("people.signIn.mailWrong")), to: z.string().default("/home") })
    .safeParse(values);
  if (!form.success) return formErrors(z.flattenError(form.error).fieldErrors, values);
  await limitTries(context, [`ip ${context.ip}`, `mail ${form.data.email.toLowerCase()}`]);
  const { until } = await requestSignIn(context, { email: form.data.email, to: localPath(form.data.to) });
  // The same reply whether the address is known or not: nobody learns who has an account.
  return { sent: { email: form.data.email, until: t.dateTime(until), outbox: !context.config.smtpUrl } };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

/** Only paths of this site: a link in a mail must not lead elsewhere. */
function localPath(to: string): string {
  return /^\/(?![/\\])/.test(to) ? to : "/home";
}

export default function SignIn() {
  const t = useTranslator();
  const { to } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (result && "sent" in result) {
    return (
      <main className="page form-page" id="main">
        <h1>{t("people.signIn.sent.title")}</h1>
        <p className="finding">{t("people.signIn.sent.body", { email: result.sent.email, time: result.sent.until })}</p>
        {result.sent.outbox && <p>{t("people.signIn.sent.outbox")}</p>}
      </main>
    );
  }
  const errors = result && "errors" in result ? result.errors : {};
  const values: Readonly<Record<string, string>> = result && "values" in result ? result.values : {};
  return (
    <main className="page form-page" id="main">
      <ErrorSummary title={t("people.signIn.errors")} errors={errors} />
      <h1>{t("people.signIn.title")}</h1>
      <p>{t("people.signIn.intro")}</p>
      <form method="post" noValidate className="stack">
        <input type="hidden" name="to" value={to} />
        <Field id="email" label={t("people.signIn.mail")} hint={t("people.signIn.mailHint")} errors={errors.email}>
          {(control) => (
            <input
              {...control}
              className="input"
              type="email"
              autoComplete="email"
              spellCheck={false}
              defaultValue={values.email}
            />
          )}
        </Field>
        <div className="actions actions-wide">
          <button className="button" type="submit">
            {t("people.signIn.send")}
          </button>
        </div>
      </form>
      <hr />
      <h2>{t("people.signIn.answer.title")}</h2>
      <p>{t("people.signIn.answer.body")}</p>
      <p className="source">
        {t.rich("people.signIn.cookie", {
          link: (chunks) => (
            <a key="privacy" href="/privacy">
              {chunks}
            </a>
          ),
        })}
      </p>
    </main>
  );
}
