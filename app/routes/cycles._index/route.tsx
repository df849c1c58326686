import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { CyclesTabs } from "~/app/components/cycles-tabs";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { currentCycle } from "~/app/operations/cycles/current-cycle";
import { readCycles } from "~/app/operations/cycles/read-cycles";
import { cycleAfter } from "~/db/regions/cycle-dates";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "cycle:read");
  const t = translator(context.locale);
  const current = await currentCycle(context.db, { pack: context.pack, at: context.now() });
  const next = cycleAfter(current);
  const over = current.endsOn < context.now().toISOString().slice(0, 10);
  const names = { cycle: t.cycle(current.id), next: t.cycle(next.id) };
  const dates = { from: t.date(current.startsOn), until: t.date(current.endsOn) };
  return {
    title: t("cycles.title"),
    finding: t(over ? "cycles.finding.over" : "cycles.finding", { ...names, ...dates }),
    next: may(viewer.roles, "cycle:manage") ? names.next : null,
    cycles: (await readCycles(context.db)).map(({ cycle, state, rounds, activities, held }) => ({
      id: cycle.id,
      name: t.cycle(cycle.id),
      state: t(`cycles.state.${state}`, { date: t.date(cycle.closedAt ?? cycle.endsOn) }),
      dates: t("cycles.range", { from: t.date(cycle.startsOn), until: t.date(cycle.endsOn) }),
      rounds,
      held: t("cycles.heldOf", { held, all: activities }),
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Cycles() {
  const t = useTranslator();
  const { title, finding, next, cycles } = useLoaderData<typeof loader>();
  return (
    <main className="page" id="main">
      <Opening
        title={title}
        finding={finding}
        actions={
          next && (
            <a className="button" href="/cycles/next">
              {t("cycles.next.look", { next })}
            </a>
          )
        }
      >
        <CyclesTabs />
      </Opening>
      <Part id="cycles" title={t("cycles.list")} note={t("cycles.list.note")}>
        <Table
          caption={t("cycles.list")}
          stack
          rows={cycles}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "cycle",
              names: true,
              head: t("cycles.cycle"),
              cell: ({ id, name }) => <a href={`/cycles/${id}`}>{name}</a>,
            },
            { id: "state", head: t("cycles.state"), cell: ({ state }) => state },
            { id: "dates", head: t("cycles.dates"), cell: ({ dates }) => dates },
            { id: "rounds", numeric: true, head: t("cycles.rounds"), cell: ({ rounds }) => rounds },
            { id: "held", numeric: true, head: t("cycles.held"), cell: ({ held }) => held },
          ]}
        />
      </Part>
    </main>
  );
}
