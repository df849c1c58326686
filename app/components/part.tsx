import type { ReactNode } from "react";

interface PartProps {
  readonly id: string;
  readonly title: ReactNode;
  /** How to read it; stands under the title, left of the meridian. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
  /** What needs the whole width: a wide table or plot. */
  readonly full?: ReactNode;
}

/** A part of a page: title and note left of the meridian, the matter right of it. */
export function Part({ id, title, note, children, full }: PartProps) {
  return (
    <section className="part" aria-labelledby={`h-${id}`}>
      <div className="part-margin">
        <h2 id={`h-${id}`}>{title}</h2>
        {note && <p>{note}</p>}
      </div>
      <div className="part-body">{children}</div>
      {full && <div className="part-full">{full}</div>}
    </section>
  );
}

interface OpeningProps {
  /** What stands above the title: the way back, errors of a form, what was just done. */
  readonly before?: ReactNode;
  readonly title: ReactNode;
  /** What was found, in one sentence that a director-general can repeat. */
  readonly finding?: ReactNode;
  readonly actions?: ReactNode;
  /** When, for whom, how sure: terms for the margin. */
  readonly terms?: readonly (readonly [ReactNode, ReactNode])[];
  readonly children?: ReactNode;
}

/** The head of a page. */
export function Opening({ before, title, finding, actions, terms, children }: OpeningProps) {
  return (
    <div className="part part-opening">
      <div className="part-body">
        {before}
        <h1>{title}</h1>
        {finding && <p className="finding">{finding}</p>}
        {actions && <div className="actions">{actions}</div>}
        {children}
      </div>
      <div className="part-margin">{terms && <Terms rows={terms} />}</div>
    </div>
  );
}

/** Pairs of a term and its value. */
export function Terms({ rows }: { readonly rows: readonly (readonly [ReactNode, ReactNode])[] }) {
  return (
    <dl className="terms">
      {rows.map(([term, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are fixed and have no other key
        <div key={index}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
