import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { limitTries } from "~/app/auth/limit-tries.server";
import { parseParams } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { signInByLink } from "~/app/operations/sign-in-by-link";

const Params = z.object({ token: z.string().min(20).max(200) });

// Protected by the link's secret. Opening it does nothing yet: mail programs open links to look at them.
export async function loader({ params, context }: LoaderFunctionArgs) {
  parseParams(Params, params);
  return { title: translator(context.locale)("people.signIn.confirm.title") };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { token } = parseParams(Params, params);
  await limitTries(context, [`ip ${context.ip}`]);
  const entered = await signInByLink(context, { token, userAgent: request.headers.get("user-agent") });
  if (!entered) return data({ used: true }, { status: 410 });
  throw redirect(entered.to, { headers: { "Set-Cookie": entered.cookie } });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.title} · Meridian` }];

export default function SignInByLink() {
  const t = useTranslator();
  useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (result?.used) {
    return (
      <main className="page form-page" id="main">
        <h1>{t("people.signIn.used.title")}</h1>
        <p className="finding">{t("people.signIn.used.body")}</p>
        <p className="actions">
          <a className="button" href="/sign-in">
            {t("people.signIn.used.again")}
          </a>
        </p>
      </main>
    );
  }
  return (
    <main className="page form-page" id="main">
      <h1>{t("people.signIn.confirm.title")}</h1>
      <p className="finding">{t("people.signIn.confirm.body")}</p>
      <form method="post" className="actions">
        <button className="button" type="submit">
          {t("people.signIn.confirm.button")}
        </button>
      </form>
    </main>
  );
}
