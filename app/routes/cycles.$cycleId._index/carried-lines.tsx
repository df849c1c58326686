import { CarriedLineCell } from "~/app/components/carried-line-cell";
import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import type { FormErrors } from "~/app/http/respond";
import { useTranslator } from "~/app/i18n/use-translator";
import type { CarriedLineInWords } from "~/app/operations/cycles/cycle-words";

interface CarriedLinesProps {
  readonly cycleId: string;
  readonly lines: readonly (CarriedLineInWords & {
    readonly decision: string | null;
    readonly takenUpAs: string | null;
  })[];
  readonly manages: boolean;
  readonly errors: FormErrors;
}

/** What a cycle took over, each line with what was decided about it or the forms to decide. */
export function CarriedLines({ cycleId, lines, manages, errors }: CarriedLinesProps) {
  const t = useTranslator();
  return (
    <Part id="carried" title={t("cycles.carried")} note={t("cycles.carried.note")}>
      {lines.length === 0 ? (
        <p className="empty">{t("cycles.carried.empty")}</p>
      ) : (
        <>
          <Table
            caption={t("cycles.carried")}
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
              {
                id: "decision",
                head: t("cycles.carried.decision"),
                cell: (line) =>
                  (line.takenUpAs ? <a href={`/workshops/${line.takenUpAs}`}>{line.decision}</a> : line.decision) ??
                  (manages ? (
                    <DecideLine line={line} errors={errors[`because-${line.id}`]} />
                  ) : (
                    t("cycles.carried.open")
                  )),
              },
            ]}
          />
          <p>
            <a href={`/cycles/${cycleId}/carried.csv`}>{t("cycles.carried.download")}</a>
          </p>
        </>
      )}
    </Part>
  );
}

function DecideLine({
  line: { id, title },
  errors,
}: {
  readonly line: CarriedLineInWords;
  readonly errors: readonly string[] | undefined;
}) {
  const t = useTranslator();
  return (
    <div className="decide-line">
      <form method="post">
        <input type="hidden" name="intent" value="takeUp" />
        <input type="hidden" name="line" value={id} />
        <button className="button-secondary" type="submit" aria-label={t("cycles.carried.doOf", { title })}>
          {t("cycles.carried.do")}
        </button>
      </form>
      <details open={errors !== undefined}>
        <summary>{t("cycles.carried.drop")}</summary>
        <form method="post" noValidate>
          <input type="hidden" name="intent" value="drop" />
          <input type="hidden" name="line" value={id} />
          {errors && <p className="field-error">{errors.join(" ")}</p>}
          <input
            className="input"
            name="because"
            id={`because-${id}`}
            maxLength={500}
            aria-label={t("cycles.carried.becauseOf", { title })}
            placeholder={t("cycles.carried.because")}
          />
          <button className="button-secondary" type="submit" aria-label={t("cycles.carried.dropOf", { title })}>
            {t("cycles.carried.drop")}
          </button>
        </form>
      </details>
    </div>
  );
}
