import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { CarriedLineCell } from "~/app/components/carried-line-cell";
import { ErrorSummary } from "~/app/components/field";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { readForm } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { currentCycle } from "~/app/operations/cycles/current-cycle";
import { describeHandover } from "~/app/operations/cycles/describe-handover";
import { openNextCycle } from "~/app/operations/cycles/open-next-cycle";
import { isConflict } from "~/app/operations/rounds/hold-round";
import { cycleAfter } from "~/db/regions/cycle-dates";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "cycle:manage");
  return describeHandover(context);
}

const Form = z.object({ from: z.string().regex(/^\d{4}(-\d{4})?$/), confirm: z.literal("yes").optional() });

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "cycle:manage");
  const t = translator(context.locale);
  const parsed = Form.safeParse(Object.fromEntries(await readForm(request)));
  if (!parsed.success) return data({ errors: { "": [t("frame.error.400.body")] } }, { status: 400 });
  const { from, confirm } = parsed.data;
  if (!confirm) return data({ errors: { confirm: [t("cycles.next.unconfirmed")] } }, { status: 400 });
  try {
    const actor = { personId: viewer.personId };
    const opened = await openNextCycle(context.db, { from, pack: context.pack, actor, at: context.now() });
    if (!opened) return data({ errors: { "": [t("frame.error.400.body")] } }, { status: 400 });
    return redirect(`/cycles/${opened.id}`);
  } catch (error) {
    if (!isConflict(error)) throw error;
    const current = await currentCycle(context.db, { pack: context.pack, at: context.now() });
    const next = t.cycle(cycleAfter({ startsOn: `${from.slice(0, 4)}${current.startsOn.slice(4)}` }).id);
    return data({ errors: { "": [t("cycles.next.conflict", { next })] } }, { status: 409 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.title} · Meridian` }];

export default function NextCycle() {
  const t = useTranslator();
  const { title, finding, from, next, counts, known, lines, requests } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <main className="page" id="main">
      <Opening
        before={
          <>
            <p className="way-back screen-only">
              <a href="/cycles">{t("cycles.back")}</a>
            </p>
            {result && <ErrorSummary title={t("people.signIn.errors")} errors={result.errors} />}
          </>
        }
        title={title}
        finding={finding}
      />
      <Part id="what" title={t("cycles.next.what")}>
        <Table
          caption={t("cycles.next.what")}
          stack
          rows={counts}
          rowKey={({ id }) => id}
          columns={[
            { id: "kind", names: true, head: t("cycles.next.kind"), cell: ({ kind }) => kind },
            { id: "count", numeric: true, head: t("cycles.next.count"), cell: ({ count }) => count },
            { id: "how", head: t("cycles.next.how"), cell: ({ how }) => how },
          ]}
        />
      </Part>
      {known.length > 0 && (
        <Part id="known" title={t("cycles.next.known")}>
          <ul>
            {known.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Part>
      )}
      <Part id="lines" title={t("cycles.next.lines")} note={t("cycles.next.lines.note", { next })}>
        {lines.length === 0 ? (
          <p className="empty">{t("cycles.next.lines.empty")}</p>
        ) : (
          <Table
            caption={t("cycles.next.lines")}
            stack
            rows={lines}
            rowKey={({ id }) => id}
            columns={[
              {
                id: "line",
                names: true,
                head: t("cycles.carried.line"),
                cell: (line) => <CarriedLineCell line={line} />,
              },
              { id: "why", head: t("cycles.carried.why"), cell: ({ why }) => why },
            ]}
          />
        )}
      </Part>
      <Part id="requests" title={t("cycles.next.requests.title")}>
        {requests.length === 0 ? (
          <p className="empty">{t("cycles.next.requests.empty")}</p>
        ) : (
          <Table
            caption={t("cycles.next.requests.title")}
            stack
            rows={requests}
            rowKey={({ id }) => id}
            columns={[
              { id: "member", names: true, head: t("cycles.next.member"), cell: ({ member }) => member },
              { id: "topic", head: t("cycles.next.topic"), cell: ({ topic }) => topic },
              { id: "result", head: t("cycles.next.result"), cell: ({ result: expected }) => expected },
              { id: "why", head: t("cycles.carried.why"), cell: ({ why }) => why },
            ]}
          />
        )}
      </Part>
      <Part id="open" title={title}>
        <form method="post" className="stack" noValidate>
          <input type="hidden" name="from" value={from} />
          <label className="check">
            <input type="checkbox" name="confirm" id="confirm" value="yes" /> {t("cycles.next.confirm", { next })}
          </label>
          <p className="actions">
            <button className="button" type="submit">
              {t("cycles.next.do", { next })}
            </button>{" "}
            <a href="/cycles">{t("cycles.next.back")}</a>
          </p>
        </form>
      </Part>
    </main>
  );
}
