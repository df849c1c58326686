import { BudgetCurve } from "~/app/components/charts/budget-curve";
import { Meter } from "~/app/components/meter";
import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { Page } from "./load-page";

/** How far the answers about the plan have come. */
export function ExplainedPart({
  page,
  explained,
}: {
  readonly page: Pick<Page, "here">;
  readonly explained: NonNullable<Page["explained"]>;
}) {
  const t = useTranslator();
  return (
    <Part id="explained" title={t("plan.explained.title")}>
      <div className="stack screen-only">
        <Meter part={explained.part} of={explained.of} label={explained.text} />
        <p>{explained.text}</p>
        {explained.underWay ? (
          <p>
            <a href={page.here}>{t("plan.explained.look")}</a>
          </p>
        ) : (
          <form method="post">
            <button className="button button-second button-small" name="intent" value="explain" type="submit">
              {t("plan.explained.go")}
            </button>
          </form>
        )}
      </div>
    </Part>
  );
}

/** The best plan at each budget. */
export function BudgetsPart({ rows }: { readonly rows: Page["budgets"] }) {
  const t = useTranslator();
  const known = rows.filter(({ met }) => met !== null);
  const [low, high] = [known[0], known.at(-1)];
  const finding =
    low && high && low !== high
      ? t("plan.budget.finding", {
          low: low.metText,
          lowShare: low.shareText,
          high: high.metText,
          highShare: high.shareText,
        })
      : null;
  return (
    <Part id="budgets" title={t("plan.budget.title")} note={t("plan.budget.note")}>
      {finding && (
        <figure className="plot">
          <BudgetCurve
            points={known.map(({ share, met, most }) => ({ share, met: met ?? 0, most: most ?? 0 }))}
            label={finding}
            percent={(share) => t.percent(share, 0)}
          />
          <figcaption>{finding}</figcaption>
        </figure>
      )}
      <Table
        caption={t("plan.budget.caption")}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { id: "share", names: true, head: t("plan.budget.share"), cell: (row) => row.shareText },
          { id: "budget", head: t("plan.budget.money"), numeric: true, cell: (row) => row.budgetText },
          { id: "met", head: t("plan.budget.met"), numeric: true, cell: (row) => row.metText },
        ]}
      />
    </Part>
  );
}

/** How often each line is planned under resampled answers. */
export function StaysPart({ stays, here }: { readonly stays: NonNullable<Page["replicates"]>; readonly here: string }) {
  const t = useTranslator();
  return (
    <Part
      id="stays"
      title={t("plan.stays.title")}
      note={t("plan.stays.note")}
      full={
        <Table
          caption={t("plan.stays.caption")}
          stack
          rows={stays.rows}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "line",
              names: true,
              head: t("plan.stays.line"),
              cell: (row) => (
                <>
                  <a href={`${here}/line?id=${encodeURIComponent(row.id)}`}>{row.title}</a>{" "}
                  {!row.inside && <span className="tag">{t("plan.stays.out")}</span>}
                </>
              ),
            },
            {
              id: "often",
              head: t("plan.stays.often"),
              cell: (row) => (
                <>
                  <Meter part={row.share} of={1} label={row.text} /> {row.text}
                </>
              ),
            },
          ]}
        />
      }
    >
      <p>{stays.text}</p>
    </Part>
  );
}
