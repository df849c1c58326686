import { Options } from "~/app/components/expert-form";
import { Field } from "~/app/components/field";
import { Part } from "~/app/components/part";
import { useTranslator } from "~/app/i18n/use-translator";

interface ConflictsPartProps {
  readonly conflicts: readonly { readonly memberId: string; readonly text: string; readonly note: string | null }[];
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly mayManage: boolean;
  readonly errors: Readonly<Record<string, readonly string[] | undefined>>;
}

/** Members to which the person is not sent, and the form for one more. */
export function ConflictsPart({ conflicts, members, mayManage, errors }: ConflictsPartProps) {
  const t = useTranslator();
  return (
    <Part id="conflicts" title={t("experts.person.conflicts")} note={t("experts.person.conflictsNote")}>
      {conflicts.length === 0 ? (
        <p>{t("experts.person.noConflicts")}</p>
      ) : (
        <ul className="list">
          {conflicts.map(({ memberId, text, note }) => (
            <li key={memberId}>
              {text} {note && <small>{note}</small>}
              {mayManage && (
                <form method="post" className="inline-form">
                  <input type="hidden" name="intent" value="conflict" />
                  <input type="hidden" name="remove" value={memberId} />
                  <button
                    className="button-plain"
                    type="submit"
                    aria-label={`${t("experts.conflict.remove")}: ${text}`}
                  >
                    {t("experts.conflict.remove")}
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayManage && (
        <details open={Object.keys(errors).length > 0}>
          <summary>{t("experts.conflict.add")}</summary>
          <form method="post" className="stack" noValidate>
            <input type="hidden" name="intent" value="conflict" />
            <Field id="conflictMember" label={t("experts.conflict.member")} errors={errors.conflictMember}>
              {(control) => (
                <Options control={control} value="" none={t("experts.standing.choose")} options={members} />
              )}
            </Field>
            <Field id="conflictKind" label={t("experts.conflict.kind")}>
              {(control) => (
                <Options
                  control={control}
                  value="dispute"
                  options={(["dispute", "declined"] as const).map((id) => ({ id, name: t(`experts.conflict.${id}`) }))}
                />
              )}
            </Field>
            <Field id="conflictNote" label={t("experts.conflict.note")}>
              {(control) => <input {...control} className="input" />}
            </Field>
            <p className="actions">
              <button className="button button-second" type="submit">
                {t("experts.conflict.save")}
              </button>
            </p>
          </form>
        </details>
      )}
    </Part>
  );
}
