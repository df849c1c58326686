import { Part } from "~/app/components/part";
import { RulesTable } from "~/app/components/rules-table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { DescribedRule } from "~/app/operations/supply/describe-rules";

interface AssumptionsPartProps {
  readonly assumptions: readonly {
    readonly key: string;
    readonly text: string;
    readonly people: readonly { readonly id: string; readonly name: string }[];
  }[];
  readonly rules: readonly DescribedRule[];
}

export function AssumptionsPart({ assumptions, rules }: AssumptionsPartProps) {
  const t = useTranslator();
  return (
    <Part id="assumed" title={t("experts.assumed.heading")} note={t("experts.assumed.note")}>
      {assumptions.length === 0 ? (
        <p>{t("experts.assumed.none")}</p>
      ) : (
        <div className="stack">
          {assumptions.map(({ key, text, people }) =>
            people.length === 0 ? (
              <p key={key}>{text}</p>
            ) : (
              <details key={key}>
                <summary>{text}</summary>
                <ul className="list">
                  {people.map(({ id, name }) => (
                    <li key={id}>
                      <a href={`/experts/register/${id}`}>{name}</a>
                    </li>
                  ))}
                </ul>
              </details>
            ),
          )}
        </div>
      )}
      <h3>{t("experts.rules.heading")}</h3>
      <RulesTable rules={rules} />
    </Part>
  );
}
