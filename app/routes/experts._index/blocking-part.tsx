import { Part } from "~/app/components/part";
import { useTranslator } from "~/app/i18n/use-translator";
import type { describeBlocking } from "./describe-gap";

interface BlockingPartProps {
  readonly blocking: ReturnType<typeof describeBlocking>;
  readonly closing: readonly string[];
}

export function BlockingPart({ blocking, closing }: BlockingPartProps) {
  const t = useTranslator();
  if (!blocking)
    return (
      <Part id="block" title={t("experts.block.heading")}>
        <p>{t("experts.block.none")}</p>
      </Part>
    );
  const { parts, people, foot, severalNote, others, note } = blocking;
  return (
    <Part id="block" title={t("experts.block.heading")} note={note}>
      {people.length === 0 ? (
        <p>{t("experts.block.nobody")}</p>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a section would be one more landmark with a heading of its own
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <div className="scroller" tabIndex={0} role="region" aria-label={t("experts.block.caption")}>
          <table className="table table-tight table-narrow marks">
            <caption className="visually-hidden">{t("experts.block.caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("experts.block.expert")}</th>
                <th scope="col">{t("experts.block.member")}</th>
                {parts.map(({ id, name }) => (
                  <th key={id} scope="col" className="is-mark">
                    <a href={`/experts/areas/${id}`}>{name}</a>
                  </th>
                ))}
                <th scope="col" className="num">
                  {t("experts.block.missions")}
                </th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <tr key={person.id}>
                  <th scope="row">
                    <a href={`/experts/register/${person.id}`}>{person.name}</a>
                  </th>
                  <td>{person.member}</td>
                  {person.can.map((can, index) => (
                    <td key={parts[index]?.id ?? index} className="is-mark">
                      {can && <span className="mark" />}
                      <span className="visually-hidden">{t(can ? "experts.block.can" : "experts.block.no")}</span>
                    </td>
                  ))}
                  <td className="num">{person.missions}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  {t("experts.block.foot")}
                </th>
                {parts.map(({ id, needed }) => (
                  <td key={id} className="is-mark">
                    {needed}
                  </td>
                ))}
                <td className="num">{foot}</td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      {severalNote && (
        <div className="stack">
          <p>{severalNote}</p>
          <ul className="list">
            {others.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {closing.length > 0 && (
        <div className="callout">
          <h3>{t("experts.block.closes")}</h3>
          <p>{closing.join(" ")}</p>
          <p>
            <a href="/experts/accreditation">{t("experts.block.toAccreditation")}</a>
          </p>
        </div>
      )}
    </Part>
  );
}
