import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { notFound, parseParams } from "~/app/http/respond";
import { useTranslator } from "~/app/i18n/use-translator";
import { findMethod } from "~/app/operations/read-methods.server";

const Params = z.object({ name: z.string().regex(/^[a-z0-9-]+$/) });

// Open to everybody.
export async function loader({ params }: LoaderFunctionArgs) {
  const method = findMethod(parseParams(Params, params).name);
  if (!method) throw notFound("Method");
  return method;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Method() {
  const t = useTranslator();
  const { html } = useLoaderData<typeof loader>();
  return (
    <main className="page form-page" id="main">
      <p>
        <a href="/methods">{t("reading.methods.back")}</a>
      </p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own pages of docs/methods, built into the server */}
      <article className="prose" lang="en" dir="ltr" dangerouslySetInnerHTML={{ __html: html }} />
    </main>
  );
}
