import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Opening, Part } from "~/app/components/part";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";

// Open to everybody: whoever is asked to answer must be able to read it first.
export async function loader({ context }: LoaderFunctionArgs) {
  return { title: translator(context.locale)("reading.privacy.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

const PARTS = ["needs", "evaluation", "pledges", "small", "cookies", "rights"] as const;

export default function Privacy() {
  const t = useTranslator();
  return (
    <main className="page" id="main">
      <Opening title={t("reading.privacy.title")} finding={t("reading.privacy.finding")} />
      {PARTS.map((part) => (
        <Part key={part} id={part} title={t(`reading.privacy.${part}.title`)}>
          <p>{t(`reading.privacy.${part}.body`)}</p>
        </Part>
      ))}
    </main>
  );
}
