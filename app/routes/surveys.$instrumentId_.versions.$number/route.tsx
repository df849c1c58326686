import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { csv } from "~/app/exports/csv";
import { download } from "~/app/exports/download";
import { notFound, parseParams } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { readVersion } from "~/app/operations/rounds/read-instrument";
import { findInstrument } from "~/db/instruments";

const Params = z.object({
  instrumentId: z.string().regex(/^[a-z0-9-]{1,60}$/),
  number: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "instrument:read");
  const found = await readVersion(context.db, parseParams(Params, params));
  if (!found) throw notFound("Version");
  const { version, items } = found;
  const file = new URL(request.url).searchParams.get("file");
  const name = `${version.instrumentId}-${version.number}`;
  // A definition is the office's own wording, never made up.
  if (file === "json") throw download(version.definition, { name, type: "json", synthetic: false });
  const rows = items.map(({ key, measure, field, kind, unit, unitId }) => ({
    key,
    measure: [measure, field].filter(Boolean).join(" / "),
    kind,
    about: [unit, unitId].filter(Boolean).join(" "),
  }));
  if (file === "csv") {
    const table = rows.map(({ key, measure, kind, about }) => [key, measure, kind, about]);
    throw download(csv(["item", "measures", "kind", "about"], table, { synthetic: false }), {
      name: `${name}-codebook`,
      type: "csv",
      synthetic: false,
    });
  }
  const t = translator(context.locale);
  const instrument = await findInstrument(context.db, version.instrumentId);
  const title = t.pick(instrument?.title) || version.instrumentId;
  return {
    name: title,
    title: t("surveys.versionOf", { title, number: version.number }),
    finding: t("surveys.codebook.finding", { date: t.date(version.publishedAt), count: items.length }),
    instrumentId: version.instrumentId,
    number: version.number,
    rows,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function VersionPage() {
  const t = useTranslator();
  const { name, title, finding, rows, instrumentId, number } = useLoaderData<typeof loader>();
  return (
    <main className="page" id="main">
      <Opening
        before={
          <p className="way-back screen-only">
            <a href={`/surveys/${instrumentId}`}>{name}</a>
          </p>
        }
        title={title}
        finding={finding}
      />
      <Part id="codebook" title={t("surveys.codebook")} note={t("surveys.codebook.note")}>
        <p className="link-row">
          <a href={`/surveys/${instrumentId}/preview?version=${number}`}>{t("surveys.preview")}</a>{" "}
          <a href="?file=csv">{t("surveys.codebook.csv")}</a> <a href="?file=json">{t("surveys.codebook.json")}</a>
        </p>
        <Table
          caption={t("surveys.codebook")}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            {
              id: "key",
              names: true,
              head: t("surveys.codebook.key"),
              cell: ({ key }) => <code className="break">{key}</code>,
            },
            { id: "measure", head: t("surveys.codebook.measure"), cell: (row) => row.measure },
            { id: "kind", head: t("surveys.codebook.kind"), cell: (row) => row.kind },
            { id: "unit", head: t("surveys.codebook.unit"), cell: (row) => row.about },
          ]}
        />
      </Part>
    </main>
  );
}
