import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { Field } from "~/app/components/field";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { findAuditEvents } from "~/db/audit";
import { OfficeTabs } from "../office/office-tabs";

const PAGE = 50;
const date = z.iso.date().optional().catch(undefined);
const Query = z.object({
  action: z.string().max(80).optional(),
  subject: z.string().max(80).optional(),
  from: date,
  until: date,
  before: z.uuid().optional().catch(undefined),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "audit:read");
  const t = translator(context.locale);
  const given = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ""));
  const query = Query.safeParse(given).data ?? {};
  const events = await findAuditEvents(context.db, {
    action: query.action,
    ...(query.subject
      ? z.uuid().safeParse(query.subject).success
        ? { subjectId: query.subject }
        : { subjectType: query.subject }
      : {}),
    from: query.from ? new Date(`${query.from}T00:00:00Z`) : undefined,
    until: query.until ? new Date(Date.parse(`${query.until}T00:00:00Z`) + 24 * 3600 * 1000) : undefined,
    before: query.before,
    limit: PAGE + 1,
  });
  const shown = events.slice(0, PAGE);
  const older = new URLSearchParams(given);
  older.set("before", shown.at(-1)?.id ?? "");
  return {
    title: t("people.audit.title"),
    query: given,
    older: events.length > PAGE ? `/office/audit?${older}` : null,
    events: shown.map((event) => ({
      id: event.id,
      when: t.dateTime(event.at, context.pack.manifest.seat.timeZone),
      by: event.actorName ?? (event.linkId ? t("people.audit.link") : t("people.audit.system")),
      action: event.action,
      subject: `${event.subjectType} ${event.subjectId}`,
      details: Object.entries(event.details)
        .filter(([, value]) => value !== null)
        .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
        .join(", "),
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Audit() {
  const t = useTranslator();
  const { title, query, events, older } = useLoaderData<typeof loader>();
  return (
    <>
      <Opening title={title} finding={t("people.audit.finding")} />
      <Part id="search" title={t("people.audit.search")}>
        <OfficeTabs />
        <form method="get" className="search-form">
          <Field id="action" label={t("people.audit.action")}>
            {(control) => <input {...control} className="input" defaultValue={query.action} />}
          </Field>
          <Field id="subject" label={t("people.audit.subject")} hint={t("people.audit.subjectHint")}>
            {(control) => <input {...control} className="input" defaultValue={query.subject} />}
          </Field>
          <Field id="from" label={t("people.audit.from")}>
            {(control) => <input {...control} className="input" type="date" defaultValue={query.from} />}
          </Field>
          <Field id="until" label={t("people.audit.until")}>
            {(control) => <input {...control} className="input" type="date" defaultValue={query.until} />}
          </Field>
          <p className="actions">
            <button className="button" type="submit">
              {t("people.audit.search")}
            </button>
          </p>
        </form>
        {events.length === 0 ? (
          <p className="empty">{t("people.audit.empty")}</p>
        ) : (
          <Table
            caption={title}
            stack
            rows={events}
            rowKey={({ id }) => id}
            columns={[
              { id: "when", names: true, head: t("people.audit.when"), cell: (event) => event.when },
              { id: "by", head: t("people.audit.actor"), cell: (event) => event.by },
              { id: "action", head: t("people.audit.action"), cell: (event) => <code>{event.action}</code> },
              {
                id: "subject",
                head: t("people.audit.subject"),
                cell: (event) => <code className="break">{event.subject}</code>,
              },
              { id: "details", head: t("people.audit.details"), cell: (event) => event.details },
            ]}
          />
        )}
        {older && (
          <p>
            <a href={older}>{t("people.audit.older")}</a>
          </p>
        )}
      </Part>
    </>
  );
}
