import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { parseParams, readForm } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { cancelJob, findJobs } from "~/db/jobs";
import { OfficeTabs } from "../office/office-tabs";

const DAYS = 7;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "job:read");
  const t = translator(context.locale);
  const since = new Date(context.now().getTime() - DAYS * 24 * 3600 * 1000);
  const jobs = await findJobs(context.db, { since });
  return {
    title: t("people.jobs.title"),
    finding: t("people.jobs.finding"),
    jobs: jobs.map((job) => ({
      id: job.id,
      kind: job.kind,
      state: job.state,
      error: job.error,
      when: t.dateTime(job.createdAt, context.pack.manifest.seat.timeZone),
    })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  await requirePermission(context, request, "job:read");
  const { id } = parseParams(z.object({ id: z.uuid() }), { id: String((await readForm(request)).get("id")) });
  await cancelJob(context.db, { id, at: context.now() });
  return redirect("/office/work");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Work() {
  const t = useTranslator();
  const { title, finding, jobs } = useLoaderData<typeof loader>();
  return (
    <>
      <Opening title={title} finding={finding} />
      <Part id="work" title={title}>
        <OfficeTabs />
        {jobs.length === 0 ? (
          <p className="empty">{t("people.jobs.empty")}</p>
        ) : (
          <Table
            caption={title}
            stack
            rows={jobs}
            rowKey={({ id }) => id}
            columns={[
              { id: "kind", names: true, head: t("people.jobs.kind"), cell: (job) => job.kind },
              {
                id: "state",
                head: t("people.outbox.state"),
                cell: (job) => (
                  <>
                    {t(`people.jobs.state.${job.state}`)}
                    {job.error && (
                      <>
                        <br />
                        <small>{job.error}</small>
                      </>
                    )}
                  </>
                ),
              },
              { id: "when", head: t("people.outbox.when"), cell: (job) => job.when },
              {
                id: "cancel",
                head: <span className="visually-hidden">{t("people.jobs.cancel")}</span>,
                cell: (job) =>
                  (job.state === "queued" || job.state === "running") && (
                    <form method="post">
                      <input type="hidden" name="id" value={job.id} />
                      <button className="button button-second button-small" type="submit">
                        {t("people.jobs.cancel")}
                      </button>
                    </form>
                  ),
              },
            ]}
          />
        )}
      </Part>
    </>
  );
}
