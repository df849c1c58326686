interface ProblemListProps {
  readonly title: string;
  readonly problems: readonly { readonly href: string | null; readonly text: string }[];
  readonly hint?: string;
}

/** All that is wrong or missing, at the top, each a link to its place. */
export function ProblemList({ title, problems, hint }: ProblemListProps) {
  if (problems.length === 0) return null;
  return (
    <div className="error-summary" role="alert" aria-labelledby="problems" tabIndex={-1}>
      <h2 id="problems">{title}</h2>
      <ul>
        {problems.map(({ href, text }) => (
          <li key={`${href} ${text}`}>{href === null ? text : <a href={href}>{text}</a>}</li>
        ))}
      </ul>
      {hint && <p className="hint">{hint}</p>}
    </div>
  );
}
