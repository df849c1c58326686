import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { describeLinePage } from "~/app/operations/proposal/describe-line";

type Described = ReturnType<typeof describeLinePage>;

/** What would bring the line in. */
export function ChangesPart({ changes }: { readonly changes: NonNullable<Described["changes"]> }) {
  const t = useTranslator();
  return (
    <Part id="changes" title={t("plan.changes.title")} note={t("plan.changes.note")}>
      {changes.rows.length > 0 && (
        <ul className="stack">
          {changes.rows.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
      {changes.text && <p>{changes.text}</p>}
    </Part>
  );
}

/** Who, when and where else, in the plan as it stands. */
export function ChoicesPart({ choices }: { readonly choices: NonNullable<Described["choices"]> }) {
  const t = useTranslator();
  return (
    <Part
      id="choices"
      title={t("plan.choice.title")}
      note={t("plan.choice.note")}
      full={choices.map(({ id, rows }) => (
        <div key={id} className="stack">
          <h3>{t(`plan.choice.${id}`)}</h3>
          {rows.length === 0 ? (
            <p>{t("plan.choice.none")}</p>
          ) : (
            <Table
              caption={t(`plan.choice.${id}`)}
              stack
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                { id: "name", names: true, head: t(`plan.choice.head.${id}`), cell: (row) => row.name },
                { id: "score", head: t("plan.choice.points"), numeric: true, cell: (row) => row.score },
                { id: "cost", head: t("plan.in.cost"), numeric: true, cell: (row) => row.cost },
                { id: "what", head: t("plan.choice.what"), cell: (row) => row.what },
              ]}
            />
          )}
        </div>
      ))}
    >
      <p>{t("plan.choice.text")}</p>
    </Part>
  );
}
