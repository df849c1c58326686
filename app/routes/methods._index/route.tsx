import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Opening, Part } from "~/app/components/part";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { listMethods } from "~/app/operations/read-methods.server";

// Open to everybody: a published figure can be checked by whoever reads it.
export async function loader({ context }: LoaderFunctionArgs) {
  const t = translator(context.locale);
  const methods = listMethods();
  return {
    title: t("reading.methods.title"),
    finding: t("reading.methods.finding", { count: methods.length }),
    methods,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Methods() {
  const t = useTranslator();
  const { title, finding, methods } = useLoaderData<typeof loader>();
  return (
    <main className="page" id="main">
      <Opening title={title} finding={finding} />
      <Part id="list" title={t("reading.methods.method")} note={t("reading.methods.language")}>
        <ul className="list" lang="en">
          {methods.map((method) => (
            <li key={method.name}>
              <a href={`/methods/${method.name}`}>{method.title}</a>
            </li>
          ))}
        </ul>
      </Part>
    </main>
  );
}
