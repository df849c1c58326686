import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";

interface OfficeResultsProps {
  readonly comments: Readonly<Record<"useful" | "improve" | "organisation", readonly string[]>>;
  readonly facilitators: {
    readonly overall: string;
    readonly rows: readonly {
      readonly personId: string;
      readonly name: string;
      readonly forms: number;
      readonly workshops: number;
      readonly mean: string;
      readonly shrunken: string;
    }[];
  } | null;
}

/** What stays in the office: how facilitators were rated, and what participants wrote. */
export function OfficeResults({ comments, facilitators }: OfficeResultsProps) {
  const t = useTranslator();
  return (
    <>
      {facilitators && facilitators.rows.length > 0 && (
        <Part id="facilitators" title={t("evaluation.facilitators")} note={t("evaluation.facilitators.note")}>
          <Table
            caption={t("evaluation.facilitators")}
            stack
            rows={facilitators.rows}
            rowKey={({ personId }) => personId}
            columns={[
              { id: "name", names: true, head: t("evaluation.facilitators.person"), cell: ({ name }) => name },
              { id: "forms", numeric: true, head: t("evaluation.facilitators.forms"), cell: ({ forms }) => forms },
              {
                id: "workshops",
                numeric: true,
                head: t("evaluation.facilitators.workshops"),
                cell: ({ workshops }) => workshops,
              },
              { id: "mean", numeric: true, head: t("evaluation.facilitators.mean"), cell: ({ mean }) => mean },
              {
                id: "shrunken",
                numeric: true,
                head: t("evaluation.facilitators.shrunken"),
                cell: ({ shrunken }) => shrunken,
              },
            ]}
          />
          <p>{t("evaluation.facilitators.all", { mean: facilitators.overall })}</p>
        </Part>
      )}
      <Part id="comments" title={t("evaluation.comments")} note={t("evaluation.comments.note")}>
        {(["useful", "improve", "organisation"] as const).map((kind) => (
          <section key={kind}>
            <h3>{t(`evaluation.comments.${kind}`)}</h3>
            {comments[kind].length === 0 ? (
              <p className="muted">{t("evaluation.comments.none")}</p>
            ) : (
              <ul className="comments">
                {comments[kind].map((text, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two people may write the same
                  <li key={index}>{text}</li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </Part>
    </>
  );
}
