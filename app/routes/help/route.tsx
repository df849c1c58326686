import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Opening, Part } from "~/app/components/part";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";

// Open to everybody.
export async function loader({ context }: LoaderFunctionArgs) {
  return { title: translator(context.locale)("reading.help.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

const PARTS = ["link", "line", "colleagues", "saved"] as const;

export default function Help() {
  const t = useTranslator();
  return (
    <main className="page" id="main">
      <Opening title={t("reading.help.title")} finding={t("reading.help.finding")} />
      {PARTS.map((part) => (
        <Part key={part} id={part} title={t(`reading.help.${part}.title`)}>
          <p>{t(`reading.help.${part}.body`)}</p>
        </Part>
      ))}
      <Part id="figures" title={t("reading.help.figures.title")}>
        <p>
          {t.rich("reading.help.figures.body", {
            link: (chunks) => (
              <a key="link" href="/methods">
                {chunks}
              </a>
            ),
          })}
        </p>
      </Part>
    </main>
  );
}
