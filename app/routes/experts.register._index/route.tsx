import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { ExpertsTabs } from "~/app/components/experts-tabs";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { describeRegister } from "./describe-register";
import { FilterForm } from "./filter-form";

const Query = z.object({
  area: z.string().max(80).catch(""),
  standing: z.string().max(40).catch(""),
  member: z.string().max(80).catch(""),
  language: z.string().max(40).catch(""),
  imported: z
    .string()
    .regex(/^\d+-\d+-\d+-\d+$/)
    .catch(""),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "expert:read");
  const t = translator(context.locale);
  const query = Query.partial().parse(Object.fromEntries(new URL(request.url).searchParams));
  const register = await describeRegister(context, { filters: query, t });
  const [confirmed = 0, entered = 0, nominated = 0, unchanged = 0] = (query.imported ?? "").split("-").map(Number);
  return {
    title: t("experts.register.title"),
    mayManage: may(viewer.roles, "expert:manage"),
    imported: query.imported ? t("experts.register.imported", { confirmed, entered, nominated, unchanged }) : null,
    ...register,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Register() {
  const t = useTranslator();
  const { title, finding, mayManage, imported, filters, people, all, importHint } = useLoaderData<typeof loader>();
  return (
    <main className="page" id="main">
      <Opening
        title={title}
        finding={finding}
        actions={
          mayManage && (
            <>
              <a className="button" href="/experts/register/new">
                {t("experts.register.add")}
              </a>
              {importHint && (
                <form method="post" action="/experts/register/import" className="inline-form">
                  <button className="button button-second" type="submit" aria-describedby="import-hint">
                    {t("experts.register.import")}
                  </button>
                </form>
              )}
            </>
          )
        }
      >
        {mayManage && importHint && (
          <p className="source" id="import-hint">
            {importHint}
          </p>
        )}
        {imported && (
          <p role="status" className="callout">
            {imported}
          </p>
        )}
        <ExpertsTabs />
      </Opening>
      {all > 0 && (
        <Part id="filters" title={t("experts.register.filters")}>
          <FilterForm filters={filters} />
        </Part>
      )}
      <Part
        id="list"
        title={t("experts.register.list")}
        note={t("experts.register.listNote", { shown: people.length, all })}
      >
        {people.length === 0 ? (
          <div className="empty">
            <p>{t(all === 0 ? "experts.register.empty" : "experts.register.none")}</p>
            {all > 0 && (
              <p>
                <a href="/experts/register">{t("experts.register.reset")}</a>
              </p>
            )}
          </div>
        ) : (
          <Table
            caption={t("experts.register.caption")}
            stack
            rows={people}
            rowKey={({ id }) => id}
            columns={[
              {
                id: "name",
                names: true,
                head: t("experts.register.name"),
                cell: ({ id, name }) => <a href={`/experts/register/${id}`}>{name}</a>,
              },
              { id: "member", head: t("experts.register.member"), cell: ({ member }) => member },
              {
                id: "standing",
                head: t("experts.register.standing"),
                cell: ({ standings, kind }) =>
                  standings.length < 2 ? (
                    (standings[0] ?? kind)
                  ) : (
                    <ul className="cell-lines">
                      {standings.map((line) => (
                        <li key={line}>{line}</li>
                      ))}
                    </ul>
                  ),
              },
              { id: "languages", head: t("experts.register.languages"), cell: ({ languages }) => languages },
              { id: "confirmed", head: t("experts.register.confirmed"), cell: ({ confirmed }) => confirmed },
              { id: "missions", numeric: true, head: t("experts.register.missions"), cell: ({ missions }) => missions },
            ]}
          />
        )}
        <p className="source link-row screen-only">
          <a href="/experts/register.csv">{t("experts.csv")}</a>{" "}
          <a href="/methods/deployable-experts">{t("experts.method")}</a>
        </p>
      </Part>
    </main>
  );
}
