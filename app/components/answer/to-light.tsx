import { useState } from "react";
import { flushSync } from "react-dom";
import { useTranslator } from "~/app/i18n/use-translator";
import type { SurveyPlace } from "./light-page";

interface ToLightProps {
  readonly place: SurveyPlace;
  /** The answers as they stand. */
  readonly entries: () => ReadonlyMap<string, unknown>;
}

/** Goes on in the light form with answers that the office does not keep: they travel in a hidden field. */
export function ToLight({ place, entries }: ToLightProps) {
  const t = useTranslator();
  const [carried, setCarried] = useState("{}");
  return (
    <form
      method="post"
      action={`/a/${place.token}/light/check-and-send`}
      className="inline-form"
      // The field must hold them before the browser reads the form.
      onSubmit={() => flushSync(() => setCarried(JSON.stringify(Object.fromEntries(entries()))))}
    >
      <input type="hidden" name="carried" value={carried} />
      <button type="submit" className="button-plain" name="do" value={`go:${place.first}`}>
        {t("answer.full.toLight")}
      </button>
    </form>
  );
}
