import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { ErrorSummary } from "~/app/components/field";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { notFound, parseParams, readForm, textFields } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { kpiHref } from "~/app/operations/kpis/describe-board";
import { describeKpi } from "~/app/operations/kpis/describe-kpi";
import { enterFigure } from "~/app/operations/kpis/enter-figure";
import { parseFigure } from "~/app/operations/kpis/parse-figure";
import { readBoard } from "~/app/operations/kpis/read-board";
import { isConflict } from "~/app/operations/rounds/hold-round";
import { FigureForm } from "./figure-form";

const Params = z.object({
  frameworkId: z.string().max(100),
  actionId: z.string().max(20),
  position: z.string().regex(/^\d{1,2}$/),
});
const Query = z.object({ cycle: z.string().max(20).optional() });

type Called = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

/** The board as of the cycle of the address, and the row that the address names. */
async function rowOf({ request, params, context }: Called) {
  const { frameworkId, actionId, position } = parseParams(Params, params);
  const { cycle } = parseParams(Query, Object.fromEntries(new URL(request.url).searchParams));
  const board = await readBoard(context.db, { pack: context.pack, cycleId: cycle, at: context.now() });
  const row = board?.rows.find(
    (one) => one.frameworkId === frameworkId && one.actionId === actionId && one.position === Number(position),
  );
  if (!board || !row) throw notFound("KPI");
  return { board, row };
}

export async function loader(called: LoaderFunctionArgs) {
  const { context, request } = called;
  const viewer = await requirePermission(context, request, "kpi:read");
  const { board, row } = await rowOf(called);
  const described = await describeKpi(context.db, { board, row, t: translator(context.locale) });
  return { ...described, enters: may(viewer.roles, "kpi:enter"), today: context.now().toISOString().slice(0, 10) };
}

export async function action(called: ActionFunctionArgs) {
  const { context, request } = called;
  const viewer = await requirePermission(context, request, "kpi:enter");
  const t = translator(context.locale);
  const { board, row } = await rowOf(called);
  const cell = row.cells.at(-1);
  const values = textFields(await readForm(request));
  const wrong = (errors: Readonly<Record<string, readonly string[]>>, status = 400) =>
    data({ errors, values }, { status });
  if (!cell || (row.computation && cell.figure.value !== null && !cell.entry))
    return wrong({ "": [t("kpis.form.computed")] }, 409);
  const parsed = parseFigure(values, { target: row.target, today: context.now().toISOString().slice(0, 10), t });
  if ("errors" in parsed) return wrong(parsed.errors);
  try {
    await enterFigure(context.db, {
      row,
      cycleId: board.cycle.id,
      figure: parsed.figure,
      corrects: parsed.corrects,
      enteredByName: viewer.name,
      actor: { personId: viewer.personId },
      at: context.now(),
    });
  } catch (error) {
    if (!isConflict(error)) throw error;
    return wrong({ "": [t("kpis.form.conflict")] }, 409);
  }
  return redirect(kpiHref({ ...row, cycleId: board.cycle.id }));
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.title} · Meridian` }];

export default function KpiPage() {
  const t = useTranslator();
  const { title, finding, terms, cycleId, how, trend, evidence, history, form, enters, today } =
    useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <main className="page" id="main">
      <Opening
        before={
          <>
            <p className="way-back screen-only">
              <a href={`/kpis?cycle=${cycleId}`}>{t("kpis.back")}</a>
            </p>
            {result && <ErrorSummary title={t("people.signIn.errors")} errors={result.errors} />}
          </>
        }
        title={title}
        finding={finding}
        terms={terms}
      />
      <Part id="trend" title={t("kpis.one.trend")} note={how}>
        <Table
          caption={t("kpis.one.trend")}
          stack
          rows={trend}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "cycle",
              names: true,
              head: t("cycles.cycle"),
              cell: ({ cycle, href }) => <a href={href}>{cycle}</a>,
            },
            { id: "value", head: t("kpis.head.value"), cell: ({ value }) => value },
            { id: "verdict", head: t("kpis.head.verdict"), cell: ({ outcome }) => outcome },
          ]}
        />
      </Part>
      {evidence && (
        <Part id="evidence" title={t("kpis.one.evidence")}>
          {evidence.length === 0 ? (
            <p className="empty">{t("kpis.one.evidence.none")}</p>
          ) : (
            <Table
              caption={t("kpis.one.evidence")}
              stack
              rows={evidence}
              rowKey={({ id }) => id}
              columns={[
                {
                  id: "title",
                  names: true,
                  head: t("kpis.one.counted"),
                  cell: (one) => (one.href ? <a href={one.href}>{one.title}</a> : one.title),
                },
                { id: "date", head: t("kpis.one.date"), cell: ({ date }) => date },
              ]}
            />
          )}
        </Part>
      )}
      {history.length > 0 && (
        <Part id="history" title={t("kpis.one.history")} note={t("kpis.one.history.note")}>
          <Table
            caption={t("kpis.one.history")}
            stack
            rows={history}
            rowKey={({ id }) => id}
            columns={[
              { id: "value", names: true, head: t("kpis.head.value"), cell: ({ value }) => value },
              { id: "source", head: t("kpis.form.source"), cell: ({ source }) => source },
              { id: "asOf", head: t("kpis.form.asOf"), cell: ({ asOf }) => asOf },
              { id: "by", head: t("kpis.one.by"), cell: ({ by }) => by },
            ]}
          />
        </Part>
      )}
      {enters && form && (
        <Part id="enter" title={t(form.corrects ? "kpis.form.correct" : "kpis.form.title")} note={t("kpis.form.note")}>
          <FigureForm {...form} today={today} errors={result?.errors ?? {}} values={result?.values ?? {}} />
        </Part>
      )}
    </main>
  );
}
