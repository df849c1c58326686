import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { Field } from "~/app/components/field";
import { Opening, Part } from "~/app/components/part";
import { StateTag } from "~/app/components/state-tag";
import { Table } from "~/app/components/table";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { activityStates } from "~/db/schema/activities";
import { describeList } from "./describe-list";

const Query = z.object({
  cycle: z
    .string()
    .regex(/^[\w-]{1,20}$/)
    .optional()
    .catch(undefined),
  state: z.enum(activityStates).optional().catch(undefined),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "activity:read");
  const t = translator(context.locale);
  const query = Query.parse(Object.fromEntries(new URL(request.url).searchParams));
  const everything = may(viewer.roles, "activity:readAll");
  const memberId = everything ? undefined : (viewer.memberId ?? "");
  return {
    ...(await describeList(context, { query, office: may(viewer.roles, "activity:readOffice"), memberId, t })),
    manages: may(viewer.roles, "activity:manage"),
    everything,
    follows: may(viewer.roles, "followUp:read"),
    ownPledges: may(viewer.roles, "ownMember:read"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Activities() {
  const t = useTranslator();
  const { title, finding, rows, manages, everything, cycle, state, cycles, states, follows, ownPledges } =
    useLoaderData<typeof loader>();
  return (
    <main className="page" id="main">
      <Opening
        title={title}
        finding={finding}
        actions={
          everything ? (
            <>
              {manages && (
                <a className="button" href="/workshops/new">
                  {t("workshops.list.add")}
                </a>
              )}
              {follows && <a href="/follow-up">{t("followUp.list")}</a>}
              {cycle !== "all" && (
                <>
                  <a href={`/workshops/participants?cycle=${cycle}`}>{t("workshops.list.participants")}</a>
                  <a href={`/workshops/year?cycle=${cycle}`}>{t("workshops.list.year")}</a>
                </>
              )}
            </>
          ) : (
            ownPledges && <a href="/follow-up/own">{t("followUp.own.title")}</a>
          )
        }
      />
      <Part
        id="list"
        title={t("workshops.list.activity")}
        note={t("workshops.list.note")}
        full={
          rows.length === 0 ? (
            <p className="empty">{t(manages ? "workshops.list.empty" : "workshops.list.emptyReader")}</p>
          ) : (
            <Table
              caption={title}
              stack
              rows={rows}
              rowKey={({ id }) => id}
              columns={[
                {
                  id: "title",
                  names: true,
                  head: t("workshops.list.activity"),
                  cell: (row) => (
                    <>
                      <a href={`/workshops/${row.id}`}>{row.title}</a> <small className="muted">{row.origin}</small>
                    </>
                  ),
                },
                {
                  id: "when",
                  head: t("workshops.list.when"),
                  cell: (row) => (
                    <>
                      {row.when}
                      {row.place && (
                        <>
                          <br />
                          {row.place}
                        </>
                      )}
                    </>
                  ),
                },
                { id: "state", head: t("workshops.list.state"), cell: (row) => <StateTag state={row.state} /> },
                {
                  id: "participants",
                  numeric: true,
                  head: t("workshops.list.present"),
                  cell: (row) => row.participants,
                },
                { id: "women", numeric: true, head: t("workshops.list.women"), cell: (row) => row.women },
                { id: "evaluation", head: t("workshops.list.evaluation"), cell: (row) => row.evaluation },
              ]}
            />
          )
        }
      >
        <form method="get" className="search-form">
          <Field id="cycle" label={t("workshops.filter.cycle")}>
            {(control) => (
              <select {...control} className="input" defaultValue={cycle}>
                <option value="all">{t("workshops.filter.allCycles")}</option>
                {cycles.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field id="state" label={t("workshops.filter.state")}>
            {(control) => (
              <select {...control} className="input" defaultValue={state}>
                <option value="">{t("workshops.filter.allStates")}</option>
                {states.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <button className="button button-second" type="submit">
            {t("workshops.filter.apply")}
          </button>
        </form>
      </Part>
    </main>
  );
}
