import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Opening, Part } from "~/app/components/part";
import { intlLocale } from "~/app/i18n/locales";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { demonstrationEntries } from "~/app/operations/enter-demonstration";

// Open to everybody: the door of the site.
export async function loader({ context }: LoaderFunctionArgs) {
  if (await context.viewer()) throw redirect("/home");
  const demonstration = await demonstrationEntries(context);
  if (!demonstration) throw redirect("/sign-in");
  const t = translator(context.locale);
  return { title: t("people.welcome.title"), demonstration };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Welcome() {
  const t = useTranslator();
  const { demonstration } = useLoaderData<typeof loader>();
  return (
    <main className="page" id="main">
      <Opening title={t("people.welcome.title")} finding={t("people.welcome.finding")} />
      <Part id="demo" title={t("people.demo.title")} note={t("people.demo.intro")}>
        <ul className="entries">
          {demonstration.roles.map((role) => (
            <li key={role}>
              <form method="post" action={`/demonstration/${role}`}>
                <button className={role === "coordinator" ? "button" : "button button-second"} type="submit">
                  {t("people.demo.as", { role: t(`frame.role.${role}`).toLocaleLowerCase(intlLocale(t.locale)) })}
                </button>
              </form>
              <p>{t(`people.demo.${role}`)}</p>
            </li>
          ))}
        </ul>
      </Part>
      {demonstration.answer && (
        <Part id="answer" title={t("people.demo.answer.title")}>
          <p>{t("people.demo.answer.body", { member: t.pick(demonstration.answer.member) })}</p>
          <p className="actions">
            <a className="button button-second" href={demonstration.answer.href}>
              {t("people.demo.answer.button", { member: t.pick(demonstration.answer.member) })}
            </a>
          </p>
        </Part>
      )}
    </main>
  );
}
