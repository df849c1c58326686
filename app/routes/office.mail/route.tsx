import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/app/auth/viewer.server";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { findMails } from "~/db/mail";
import { OfficeTabs } from "../office/office-tabs";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "outbox:read");
  const t = translator(context.locale);
  const mails = await findMails(context.db, { limit: 200 });
  return {
    title: t("people.outbox.title"),
    finding: t(context.config.smtpUrl ? "people.outbox.finding.smtp" : "people.outbox.finding.none"),
    mails: mails.map((mail) => ({
      id: mail.id,
      to: mail.toAddress,
      subject: mail.subject,
      text: mail.text,
      state: mail.state,
      attempts: mail.attempts,
      error: mail.lastError,
      when: t.dateTime(mail.createdAt, context.pack.manifest.seat.timeZone),
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Outbox() {
  const t = useTranslator();
  const { title, finding, mails } = useLoaderData<typeof loader>();
  return (
    <>
      <Opening title={title} finding={finding} />
      <Part id="mails" title={title}>
        <OfficeTabs />
        {mails.length === 0 ? (
          <p className="empty">{t("people.outbox.empty")}</p>
        ) : (
          <Table
            caption={title}
            stack
            rows={mails}
            rowKey={({ id }) => id}
            columns={[
              {
                id: "subject",
                names: true,
                head: t("people.outbox.subject"),
                cell: (mail) => (
                  <details>
                    <summary>{mail.subject}</summary>
                    <pre className="letter">{mail.text}</pre>
                  </details>
                ),
              },
              { id: "to", head: t("people.outbox.to"), cell: (mail) => mail.to },
              {
                id: "state",
                head: t("people.outbox.state"),
                cell: (mail) => (
                  <>
                    {t(`people.outbox.state.${mail.state}`)}
                    {mail.error && (
                      <>
                        <br />
                        <small>
                          {t("people.outbox.attempts", { count: mail.attempts })}: {mail.error}
                        </small>
                      </>
                    )}
                  </>
                ),
              },
              { id: "when", head: t("people.outbox.when"), cell: (mail) => mail.when },
            ]}
          />
        )}
      </Part>
    </>
  );
}
