import { useTranslator } from "~/app/i18n/use-translator";

/** "Nothing changed since last time": in the light form a button that is sent, in the full form one that fills at once. */
export function ConfirmPart({ year, onConfirm }: { readonly year: string; readonly onConfirm?: () => void }) {
  const t = useTranslator();
  return (
    <div className="confirm">
      <p>
        <b>{t("answer.confirm.question", { year })}</b>{" "}
        <span className="muted">{t("answer.confirm.hint", { year })}</span>
      </p>
      <button
        type={onConfirm ? "button" : "submit"}
        className="button button-second"
        name="do"
        value="confirm"
        onClick={onConfirm}
      >
        {t("answer.confirm.button")}
      </button>
    </div>
  );
}
