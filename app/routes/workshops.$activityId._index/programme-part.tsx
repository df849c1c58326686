import type { ReactNode } from "react";
import { Part } from "~/app/components/part";
import { useTranslator } from "~/app/i18n/use-translator";

interface ProgrammePartProps {
  readonly objectives: readonly { readonly id: string; readonly title: string }[];
  readonly sessions: readonly { readonly id: string; readonly title: string }[];
  readonly facilitators: readonly { readonly personId: string; readonly name: string; readonly expert: boolean }[];
  readonly topics: readonly { readonly id: string; readonly name: string }[];
  readonly members: readonly string[];
  /** Whether the reader may open an expert's page. */
  readonly mayReadExperts: boolean;
}

/** What an activity is about: topics, members, objectives, sessions, facilitators. */
export function ProgrammePart(props: ProgrammePartProps) {
  const t = useTranslator();
  const { objectives, sessions, facilitators, topics, members, mayReadExperts } = props;
  const list = (rows: readonly { readonly key: string; readonly content: ReactNode }[]) =>
    rows.length === 0 ? (
      <p className="muted">{t("workshops.programme.none")}</p>
    ) : (
      <ul>
        {rows.map(({ key, content }) => (
          <li key={key}>{content}</li>
        ))}
      </ul>
    );
  const titled = (rows: ProgrammePartProps["sessions"]) => rows.map(({ id, title }) => ({ key: id, content: title }));
  return (
    <Part id="programme" title={t("workshops.programme")} note={t("workshops.programme.note")}>
      <div className="prose">
        <h3>{t("workshops.programme.topics")}</h3>
        {list(topics.map(({ id, name }) => ({ key: id, content: <a href={`/priorities/topics/${id}`}>{name}</a> })))}
        <h3>{t("workshops.programme.members")}</h3>
        <p>{members.length === 0 ? t("workshops.programme.everybody") : t.list(members)}</p>
        <h3>{t("workshops.programme.objectives")}</h3>
        {list(titled(objectives))}
        <h3>{t("workshops.programme.sessions")}</h3>
        {list(titled(sessions))}
        <h3>{t("workshops.programme.facilitators")}</h3>
        {list(
          facilitators.map(({ personId, name, expert }) => ({
            key: personId,
            content: expert && mayReadExperts ? <a href={`/experts/register/${personId}`}>{name}</a> : name,
          })),
        )}
      </div>
    </Part>
  );
}
