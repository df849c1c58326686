import type { CarriedLineInWords } from "~/app/operations/cycles/cycle-words";

/** The cell that names a line which is carried over: title, where it comes from, for whom. */
export function CarriedLineCell({ line }: { readonly line: CarriedLineInWords }) {
  return (
    <>
      {line.title}
      <br />
      <span className="muted">
        {line.what}
        {line.whom && <> · {line.whom}</>}
      </span>
    </>
  );
}
