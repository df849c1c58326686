import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { Meter } from "~/app/components/meter";
import { Opening } from "~/app/components/part";
import { notFound, parseParams } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { RANKING } from "~/app/operations/ranking/ranking-document";
import { cancelJob, findJob } from "~/db/jobs";

const Params = z.object({ jobId: z.uuid() });
const Result = z.object({ runId: z.uuid() });
const Progress = z.object({ done: z.number(), total: z.number() });
const SECONDS = 2;

/** A ranking being calculated; the page asks again by itself and leads on to the run. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "ranking:run");
  const job = await findJob(context.db, parseParams(Params, params).jobId);
  if (!job || job.kind !== RANKING) throw notFound("job");
  if (job.state === "finished") {
    const result = Result.safeParse(job.result);
    throw redirect(result.success ? `/priorities/runs/${result.data.runId}` : "/priorities");
  }
  const progress = Progress.safeParse(job.progress);
  const waiting = job.state === "queued" || job.state === "running";
  return data(
    {
      title: translator(context.locale)("priorities.job.title"),
      state: job.state,
      error: job.error,
      share: progress.success && progress.data.total > 0 ? Math.min(1, progress.data.done / progress.data.total) : 0,
    },
    waiting ? { headers: { Refresh: String(SECONDS) } } : undefined,
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function action({ request, params, context }: ActionFunctionArgs) {
  await requirePermission(context, request, "ranking:run");
  await cancelJob(context.db, { id: parseParams(Params, params).jobId, at: context.now() });
  return redirect("/priorities");
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.title} · Meridian` }];

export default function RankingJob() {
  const t = useTranslator();
  const { title, state, error, share } = useLoaderData<typeof loader>();
  const waiting = state === "queued" || state === "running";
  const percent = t.percent(share);
  return (
    <main className="page" id="main">
      <Opening
        title={title}
        finding={t(
          state === "failed"
            ? "priorities.job.failed"
            : state === "cancelled"
              ? "priorities.job.cancelled"
              : state === "queued"
                ? "priorities.job.queued"
                : "priorities.job.running",
        )}
        actions={
          waiting ? (
            <form method="post">
              <button className="button button-second" type="submit">
                {t("priorities.job.cancel")}
              </button>
            </form>
          ) : (
            <a className="button" href="/priorities">
              {t("priorities.job.back")}
            </a>
          )
        }
      >
        {waiting && (
          <div role="status">
            <Meter part={share} of={1} label={t("priorities.job.done", { share: percent })} />
            <p className="muted">{t("priorities.job.done", { share: percent })}</p>
          </div>
        )}
        {error && <p className="callout callout-bad">{error}</p>}
      </Opening>
    </main>
  );
}
