import { useTranslator } from "~/app/i18n/use-translator";
import type { PlanAction, PlanDocument } from "~/app/operations/read-plan-document";

/** The sheet of the plan: one table per pillar, made for paper. Its texts are the plan's own, in English. */
export function PlanSheet({
  plan,
  follows,
}: {
  readonly plan: Pick<PlanDocument, "pillars" | "columns">;
  /** Whether each entry says on the screen what became of it. */
  readonly follows: boolean;
}) {
  return (
    <div lang="en" dir="ltr">
      {plan.pillars.map((pillar) => (
        <section key={pillar.number}>
          <h2 className="plan-pillar" id={`pillar-${pillar.number}`}>
            {pillar.number}. {pillar.title}
          </h2>
          <table className="plan-sheet" aria-labelledby={`pillar-${pillar.number}`}>
            <colgroup>
              <col />
              <col />
              <col />
            </colgroup>
            <thead>
              <tr>
                <th scope="col">
                  {plan.columns.action}
                  {plan.columns.relevance && <small>{plan.columns.relevance}</small>}
                </th>
                <th scope="col">{plan.columns.work}</th>
                <th scope="col">{plan.columns.kpi}</th>
              </tr>
            </thead>
            <tbody>
              {pillar.actions.map((action) => (
                <ActionRow key={action.id} action={action} columns={plan.columns} follows={follows} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}

function ActionRow({
  action,
  columns,
  follows,
}: {
  readonly action: PlanAction;
  readonly columns: PlanDocument["columns"];
  readonly follows: boolean;
}) {
  const t = useTranslator();
  return (
    <tr id={`action-${action.id}`}>
      <th scope="row">
        <div className="plan-action">
          <span>{action.letter})</span>
          <div>
            {action.text}
            {action.rspPrinted && <p className="plan-rsp">{action.rspPrinted}</p>}
          </div>
        </div>
      </th>
      {action.workRows > 0 && (
        <td data-label={columns.work} rowSpan={action.workRows > 1 ? action.workRows : undefined}>
          {action.entries.length === 0 ? (
            <p className="muted">{t("workPlan.noEntries")}</p>
          ) : (
            <ul className="plan-list">
              {action.entries.map((entry) => (
                <li key={entry.id}>
                  {entry.title} {entry.seeAlso && <span className="plan-see">{entry.seeAlso}</span>}
                  {follows && entry.state && (
                    <a className="plan-state screen-only" lang={t.locale} href={`/workshops/${entry.activityId}`}>
                      {t(`workshops.state.${entry.state}`)}
                      <span className="visually-hidden"> {entry.title}</span>
                    </a>
                  )}
                </li>
              ))}
            </ul>
          )}
        </td>
      )}
      <td data-label={columns.kpi}>
        {action.kpis.length === 1
          ? action.kpis[0]
          : action.kpis.map((kpi, index) => <div key={kpi}>{`(${index + 1}) ${kpi}`}</div>)}
      </td>
    </tr>
  );
}
