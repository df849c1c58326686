import { useTranslator } from "~/app/i18n/use-translator";
import type { SupplyJobState } from "~/app/operations/supply/describe-run";

/** What the calculation is doing, and the button that asks for it. */
export function SupplyRun({ state, filled }: { readonly state: SupplyJobState; readonly filled: boolean }) {
  const t = useTranslator();
  return (
    <div className="stack screen-only">
      {state.message && <p role={state.running ? "status" : undefined}>{state.message}</p>}
      {state.mayRun && !state.running && (
        <form method="post" action="/experts/run">
          <button className={filled ? "button" : "button button-second button-small"} type="submit">
            {t(state.again ? "experts.gap.again" : "experts.gap.calculate")}
          </button>
        </form>
      )}
    </div>
  );
}
