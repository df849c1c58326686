import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { describeLinePage } from "~/app/operations/proposal/describe-line";

type Described = ReturnType<typeof describeLinePage>;

/** What each need adds to the score; the sum is the line's part of it, exactly. */
export function CreditPart({
  credit,
  included,
  here,
}: {
  readonly credit: NonNullable<Described["credit"]>;
  readonly included: boolean;
  readonly here: string;
}) {
  const t = useTranslator();
  return (
    <Part
      id="credit"
      title={t(included ? "plan.credit.title" : "plan.credit.titleOut")}
      note={t("plan.credit.note", { greatest: credit.greatest })}
      full={
        <Table
          caption={t(included ? "plan.credit.title" : "plan.credit.titleOut")}
          stack
          rows={credit.rows}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "member",
              names: true,
              head: t("plan.credit.member"),
              cell: (row) => (
                <>
                  {row.member} {row.imputed && <span className="tag">{t("plan.credit.imputed")}</span>}
                </>
              ),
            },
            { id: "topic", head: t("plan.credit.topic"), cell: (row) => row.topic },
            { id: "weight", head: t("plan.credit.weight"), numeric: true, cell: (row) => row.weight },
            {
              id: "quality",
              head: t("plan.credit.quality"),
              numeric: true,
              cell: (row) => (row.mismatch ? t("plan.credit.mismatch", { quality: row.quality }) : row.quality),
            },
            {
              id: "by",
              head: t("plan.credit.by"),
              cell: (row) =>
                row.by === null ? (
                  t(included ? "plan.credit.this" : "plan.credit.nobody")
                ) : (
                  <>
                    <a href={`${here}/line?id=${encodeURIComponent(row.by.id)}`}>{row.by.title}</a> ({row.by.value})
                  </>
                ),
            },
            { id: "adds", head: t("plan.credit.adds"), numeric: true, cell: (row) => row.adds },
          ]}
        />
      }
    >
      <p>{t(included ? "plan.credit.sum" : "plan.credit.sumOut", { sum: credit.sum, points: credit.points })}</p>
    </Part>
  );
}

/** The re-solve without the line, or with it, and what it would change. */
export function WhyPart({ why, here }: { readonly why: NonNullable<Described["why"]>; readonly here: string }) {
  const t = useTranslator();
  const rows = [
    ...why.rows.map((row) => ({ ...row, href: `${here}/line?id=${encodeURIComponent(row.id)}` })),
    ...(why.moved === null
      ? []
      : [{ id: "moved", title: t("plan.why.moved"), way: "", score: why.moved, cost: "–", href: null }]),
    ...(why.total === null ? [] : [{ id: "total", title: t("plan.why.total"), way: "", ...why.total, href: null }]),
  ];
  return (
    <Part
      id="why"
      title={t("plan.why.title")}
      note={t("plan.why.note")}
      full={
        why.rows.length > 0 && (
          <Table
            caption={t("plan.why.caption")}
            stack
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                id: "line",
                names: true,
                head: t("plan.out.line"),
                cell: (row) => (row.href ? <a href={row.href}>{row.title}</a> : <b>{row.title}</b>),
              },
              { id: "way", head: t("plan.why.way"), cell: (row) => row.way },
              { id: "score", head: t("plan.why.score"), numeric: true, cell: (row) => row.score },
              { id: "cost", head: t("plan.in.cost"), numeric: true, cell: (row) => row.cost },
            ]}
          />
        )
      }
    >
      <p>{why.text}</p>
      {why.members.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Part>
  );
}
