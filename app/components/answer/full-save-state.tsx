import { useEffect, useRef } from "react";
import { useTranslator } from "~/app/i18n/use-translator";
import type { SyncState } from "./office-sync";

interface FullSaveStateProps {
  readonly kind: "kept" | "shared" | "anonymous";
  readonly state: SyncState | null;
  readonly onDecide: (mine: boolean) => void;
}

/** Where the answers are and since when, and the choice between two texts where somebody else was faster. */
export function FullSaveState({ kind, state, onDecide }: FullSaveStateProps) {
  const t = useTranslator();
  const dialog = useRef<HTMLDialogElement>(null);
  const conflict = state?.conflict ?? null;
  useEffect(() => {
    if (conflict && !dialog.current?.open) dialog.current?.showModal();
    if (!conflict) dialog.current?.close();
  }, [conflict]);

  const waiting = state !== null && state.office !== "saved";
  const time = (moment: Date) => t.dateTime(moment);
  const device = () => {
    if (kind !== "kept") return t("answer.saved.inThisPage");
    if (state?.device === false) return t("answer.full.noDevice");
    return state?.device ? t("answer.full.savedNow", { time: time(state.device) }) : t("answer.full.nothing");
  };
  const office = () => {
    if (kind !== "kept") return t("answer.full.sentDocument");
    if (state?.office === "sending") return t("answer.full.sending");
    if (state?.office === "waiting") return t("answer.full.waiting", { count: state.pending });
    if (state?.office === "closed") return t("answer.full.closed");
    return state?.officeAt ? t("answer.full.savedNow", { time: time(state.officeAt) }) : t("answer.full.nothing");
  };
  return (
    <>
      <dl className={waiting ? "save-state is-waiting" : "save-state"} aria-live="polite">
        <dt>{t("answer.saved.device")}</dt>
        <dd>{device()}</dd>
        <dt>{t("answer.saved.office")}</dt>
        <dd className={waiting ? "waiting" : undefined}>{office()}</dd>
      </dl>
      <dialog ref={dialog} className="dialog" aria-labelledby="conflict-title">
        <h2 id="conflict-title">{t("answer.full.conflictTitle")}</h2>
        {conflict && (
          <>
            <p>{conflict.title}</p>
            <dl className="terms">
              <div>
                <dt>{t("answer.conflict.mine")}</dt>
                <dd>{conflict.mine.join("\n") || t("answer.conflict.nothing")}</dd>
              </div>
              <div>
                <dt>{t("answer.conflict.theirs", { time: time(new Date(conflict.savedAt)) })}</dt>
                <dd>{conflict.theirs.join("\n") || t("answer.conflict.nothing")}</dd>
              </div>
            </dl>
            <p className="actions">
              <button type="button" className="button" onClick={() => onDecide(true)}>
                {t("answer.full.keepMine")}
              </button>
              <button type="button" className="button button-second" onClick={() => onDecide(false)}>
                {t("answer.full.keepTheirs")}
              </button>
            </p>
          </>
        )}
      </dialog>
    </>
  );
}
