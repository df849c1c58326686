import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { Progress } from "~/app/operations/rounds/read-round";
import { MemberActions } from "./member-actions";
import type { MemberShown } from "./member-shown";

interface TrackedMembersProps {
  readonly roundId: string;
  readonly members: readonly MemberShown[];
  /** How many members may be reminded now. */
  readonly due: number;
  readonly manages: boolean;
  readonly open: boolean;
}

const TAGS: Readonly<Partial<Record<Progress, string>>> = {
  submitted: "tag-good",
  signedOff: "tag-good",
  reopened: "tag-warn",
};

/** Where each invited member stands, and what the coordinator can do about it. */
export function TrackedMembers({ roundId, members, due, manages, open }: TrackedMembersProps) {
  const t = useTranslator();
  return (
    <Part id="members" title={t("surveys.one.members")} note={t("surveys.one.members.note")}>
      <p className="link-row">
        <a href={`/rounds/${roundId}.csv`}>{t("surveys.one.csv")}</a>
      </p>
      {manages && open && <Remind due={due} />}
      <Table
        caption={t("surveys.one.members")}
        stack
        rows={members}
        rowKey={({ invitationId }) => invitationId}
        columns={[
          { id: "name", names: true, head: t("surveys.one.member"), cell: (member) => member.name },
          {
            id: "progress",
            head: t("surveys.one.progress"),
            cell: ({ progress }) => (
              <span className={`tag ${TAGS[progress] ?? ""}`}>{t(`surveys.one.progress.${progress}`)}</span>
            ),
          },
          {
            id: "entries",
            numeric: true,
            head: t("surveys.one.entries"),
            cell: ({ entries, answers, name }) =>
              answers === null ? (
                entries
              ) : (
                <a href={answers} aria-label={t("surveys.one.readOf", { member: name, count: entries })}>
                  {entries}
                </a>
              ),
          },
          {
            id: "last",
            head: t("surveys.one.last"),
            cell: ({ last, reminded }) => (
              <>
                {last}
                {reminded !== null && (
                  <small className="muted"> · {t("surveys.one.remindedOn", { time: reminded })}</small>
                )}
              </>
            ),
          },
          ...(open ? [{ id: "now", head: t("surveys.one.localTime"), cell: ({ now }: MemberShown) => now }] : []),
          ...(manages
            ? [
                {
                  id: "do",
                  head: <span className="visually-hidden">{t("surveys.one.newLink")}</span>,
                  cell: (member: MemberShown) => <MemberActions member={member} open={open} />,
                },
              ]
            : []),
        ]}
      />
    </Part>
  );
}

function Remind({ due }: { readonly due: number }) {
  const t = useTranslator();
  if (due === 0) return <p className="muted">{t("surveys.one.remind.nobody")}</p>;
  return (
    <form method="post" className="stack-tight">
      <p className="actions">
        <button className="button" type="submit" name="intent" value="remind">
          {t("surveys.one.remind", { count: due })}
        </button>
      </p>
      <p className="hint">{t("surveys.one.remind.note")}</p>
    </form>
  );
}
