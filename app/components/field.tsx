import type { ReactNode } from "react";

interface FieldProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly errors?: readonly string[] | undefined;
  /** The control; gets the ids of hint and error to be described by. */
  readonly children: (described: {
    readonly id: string;
    readonly name: string;
    readonly "aria-describedby": string | undefined;
    readonly "aria-invalid": true | undefined;
  }) => ReactNode;
}

/** A labelled control with its hint and error in place. */
export function Field({ id, label, hint, errors, children }: FieldProps) {
  const wrong = errors !== undefined && errors.length > 0;
  const described = [hint ? `${id}-hint` : null, wrong ? `${id}-error` : null].filter(Boolean).join(" ");
  return (
    <div className={wrong ? "field has-error" : "field"}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p className="field-error" id={`${id}-error`}>
          {errors.join(" ")}
        </p>
      )}
      {children({ id, name: id, "aria-describedby": described || undefined, "aria-invalid": wrong ? true : undefined })}
    </div>
  );
}

/** All errors of a form at its top, each a link to its field. */
export function ErrorSummary({
  title,
  errors,
}: {
  readonly title: string;
  readonly errors: Readonly<Record<string, readonly string[] | undefined>>;
}) {
  const entries = Object.entries(errors).flatMap(([id, messages]) =>
    (messages ?? []).map((message) => ({ id, message })),
  );
  if (entries.length === 0) return null;
  return (
    <div className="error-summary" role="alert" aria-labelledby="error-summary-title" tabIndex={-1}>
      <h2 id="error-summary-title">{title}</h2>
      <ul>
        {entries.map(({ id, message }) => (
          <li key={`${id} ${message}`}>{id ? <a href={`#${id}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
}
