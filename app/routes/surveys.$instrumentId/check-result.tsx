import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { CheckInWords, ProblemInWords } from "./words-of.server";

/** What is refused and what the analysis would miss, each with its place. */
export function CheckResult({ check }: { readonly check: CheckInWords }) {
  const t = useTranslator();
  return (
    <>
      {check.problems.length === 0 && check.warnings.length === 0 && <p>{t("surveys.check.good")}</p>}
      {check.problems.length > 0 && <Problems title={t("surveys.check.problems")} problems={check.problems} />}
      {check.warnings.length > 0 && <Problems title={t("surveys.check.warnings")} problems={check.warnings} />}
      {check.inputs && <p className="source">{check.inputs}</p>}
    </>
  );
}

function Problems({ title, problems }: { readonly title: string; readonly problems: readonly ProblemInWords[] }) {
  const t = useTranslator();
  return (
    <>
      <h3>{title}</h3>
      <Table
        caption={title}
        stack
        rows={problems.map((problem, index) => ({ ...problem, index }))}
        rowKey={({ index }) => String(index)}
        columns={[
          { id: "message", names: true, head: t("surveys.check.finding"), cell: ({ message }) => message },
          { id: "place", head: t("surveys.check.place"), cell: ({ place }) => <code className="break">{place}</code> },
        ]}
      />
    </>
  );
}
