import { BudgetBar, PurseMark } from "~/app/components/charts/budget-bar";
import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { Page } from "./load-page";

/** The money on one line, and by funder. */
export function MoneyPart({ money }: { readonly money: NonNullable<Page["money"]> }) {
  const t = useTranslator();
  return (
    <Part id="money" title={t("plan.money.title")} note={t("plan.money.note")}>
      <figure className="budget">
        <BudgetBar segments={money.segments} label={money.label} />
        <figcaption>{money.label}</figcaption>
      </figure>
      <Table
        caption={t("plan.money.caption")}
        rows={money.rows}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "funder",
            names: true,
            head: t("plan.money.funder"),
            cell: ({ id, name }) => (
              <>
                <PurseMark at={money.rows.findIndex((row) => row.id === id)} />
                {name}
              </>
            ),
          },
          { id: "amount", head: t("plan.money.amount"), numeric: true, cell: (row) => row.amount },
          { id: "used", head: t("plan.money.used"), numeric: true, cell: (row) => row.used },
          { id: "left", head: t("plan.money.unused"), numeric: true, cell: (row) => row.left },
        ]}
      />
    </Part>
  );
}

/** The rules that cannot all be kept. */
export function ClashPart({ rows }: { readonly rows: NonNullable<Page["clash"]> }) {
  const t = useTranslator();
  return (
    <Part id="clash" title={t("plan.clash.title")} note={t("plan.clash.note")}>
      {rows.length === 0 ? (
        <p>{t("plan.clash.given")}</p>
      ) : (
        <Table
          caption={t("plan.clash.title")}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { id: "rule", names: true, head: t("plan.clash.rule"), cell: (row) => row.rule },
            { id: "way", head: t("plan.clash.way"), cell: (row) => row.way },
          ]}
        />
      )}
    </Part>
  );
}

/** What no line can meet. */
export function UnmetPart({ texts }: { readonly texts: readonly string[] }) {
  const t = useTranslator();
  return (
    <Part id="unmet" title={t("plan.not.title")}>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Part>
  );
}

/** The proposal beside other plans. */
export function ComparePart({
  compare,
  here,
}: {
  readonly compare: NonNullable<Page["compare"]>;
  readonly here: string;
}) {
  const t = useTranslator();
  return (
    <Part id="compare" title={t("plan.compare.title")} note={t("plan.compare.note")}>
      <Table
        caption={t("plan.compare.caption")}
        rows={compare.rows}
        rowKey={({ id }) => id}
        columns={[
          { id: "plan", names: true, head: t("plan.compare.plan"), cell: (row) => row.name },
          { id: "lines", head: t("plan.compare.lines"), numeric: true, cell: (row) => row.lines },
          { id: "met", head: t("plan.compare.met"), numeric: true, cell: (row) => row.met },
          { id: "cost", head: t("plan.compare.cost"), numeric: true, cell: (row) => row.cost },
          { id: "perNeed", head: t("plan.compare.perNeed"), numeric: true, cell: (row) => row.perNeed },
          { id: "without", head: t("plan.compare.without"), numeric: true, cell: (row) => row.without },
        ]}
      />
      <p>{compare.who}</p>
      <p>
        <a href={`${here}/compare`}>{t("plan.compare.more")}</a>
      </p>
    </Part>
  );
}

/** What each rule costs. */
export function PricesPart({ rows }: { readonly rows: Page["prices"] }) {
  const t = useTranslator();
  return (
    <Part id="prices" title={t("plan.price.title")} note={t("plan.price.note")}>
      {rows.length === 0 ? (
        <p>{t("plan.price.none")}</p>
      ) : (
        <Table
          caption={t("plan.price.caption")}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { id: "rule", names: true, head: t("plan.price.rule"), cell: (row) => row.rule },
            { id: "points", head: t("plan.price.points"), numeric: true, cell: (row) => row.points },
          ]}
        />
      )}
    </Part>
  );
}
