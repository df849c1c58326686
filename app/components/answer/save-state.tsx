import { useTranslator } from "~/app/i18n/use-translator";

/** Where the answers of the light form are: two places, never the bare word "saved". */
export function SaveState({
  kind,
  savedAt,
}: {
  readonly kind: "kept" | "shared" | "anonymous";
  readonly savedAt: Date | null;
}) {
  const t = useTranslator();
  return (
    <dl className="save-state">
      <dt>{t("answer.saved.device")}</dt>
      <dd>{t(kind === "kept" ? "answer.saved.notOnDevice" : "answer.saved.inThisPage")}</dd>
      <dt>{t("answer.saved.office")}</dt>
      <dd>
        {kind !== "kept"
          ? t("answer.saved.notUntilSent")
          : savedAt === null
            ? t("answer.saved.nothing")
            : t.dateTime(savedAt)}
      </dd>
    </dl>
  );
}
