import { useTranslator } from "~/app/i18n/use-translator";
import type { EntryConflict } from "~/app/operations/answering/describe-page";

export type Conflicts = ReadonlyMap<string, EntryConflict>;

/** Two texts for one answer, one of which must be chosen; the fields below hold the reader's own. */
export function ConflictChoice({ conflict }: { readonly conflict: EntryConflict | undefined }) {
  const t = useTranslator();
  if (!conflict) return null;
  const name = `keep:${conflict.path}`;
  const nothing = [t("answer.conflict.nothing")];
  const sides = [
    { side: "mine", label: t("answer.conflict.mine"), texts: conflict.mine },
    {
      side: "theirs",
      label: t("answer.conflict.theirs", { time: t.dateTime(conflict.savedAt) }),
      texts: conflict.theirs,
    },
  ] as const;
  return (
    <fieldset className="conflict" id={`conflict-${conflict.path}`}>
      <legend>{t("answer.conflict.question", { title: conflict.title })}</legend>
      {sides.map(({ side, label, texts }) => (
        <label key={side} className="check">
          <input type="radio" name={name} value={side} />
          <span>
            <b>{label}</b>
            {(texts.length > 0 ? texts : nothing).map((text) => (
              <span key={text} className="conflict-text">
                {text}
              </span>
            ))}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
