/** What is wrong with an answer, at its place. */
export function FieldError({ path, errors }: { readonly path: string; readonly errors: readonly string[] }) {
  if (errors.length === 0) return null;
  return (
    <p className="field-error" id={`${path}-error`}>
      {errors.join(" ")}
    </p>
  );
}

/** Attributes of a control that is wrong. */
export function wrongAttributes(path: string, errors: readonly string[]) {
  return errors.length === 0 ? {} : ({ "aria-invalid": true, "aria-describedby": `${path}-error` } as const);
}
