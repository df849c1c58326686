import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { Progress } from "~/app/operations/rounds/read-round";

export interface MemberShown {
  readonly invitationId: string;
  readonly responseId: string | null;
  readonly name: string;
  readonly progress: Progress;
  readonly entries: number;
  readonly last: string;
}

interface TrackedMembersProps {
  readonly roundId: string;
  readonly members: readonly MemberShown[];
  readonly manages: boolean;
}

const TAGS: Readonly<Partial<Record<Progress, string>>> = {
  submitted: "tag-good",
  signedOff: "tag-good",
  reopened: "tag-warn",
};

/** Where each invited member stands, and what the coordinator can do about it. */
export function TrackedMembers({ roundId, members, manages }: TrackedMembersProps) {
  const t = useTranslator();
  return (
    <Part id="members" title={t("surveys.one.members")} note={t("surveys.one.members.note")}>
      <p className="link-row">
        <a href={`/rounds/${roundId}.csv`}>{t("surveys.one.csv")}</a>
      </p>
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
          { id: "entries", numeric: true, head: t("surveys.one.entries"), cell: (member) => member.entries },
          { id: "last", head: t("surveys.one.last"), cell: (member) => member.last },
          ...(manages
            ? [
                {
                  id: "do",
                  head: <span className="visually-hidden">{t("surveys.one.newLink")}</span>,
                  cell: (member: MemberShown) => <MemberActions member={member} />,
                },
              ]
            : []),
        ]}
      />
    </Part>
  );
}

function MemberActions({ member }: { readonly member: MemberShown }) {
  const t = useTranslator();
  const sent = member.progress === "submitted" || member.progress === "signedOff";
  return (
    <div className="row-actions">
      <form method="post">
        <input type="hidden" name="invitationId" value={member.invitationId} />
        <button
          className="button button-second button-small"
          type="submit"
          name="intent"
          value="link"
          aria-label={t("surveys.one.newLinkFor", { member: member.name })}
        >
          {t("surveys.one.newLink")}
        </button>
      </form>
      {sent && member.responseId && (
        <details>
          <summary>{t("surveys.one.reopen")}</summary>
          <form method="post" className="stack-tight">
            <input type="hidden" name="responseId" value={member.responseId} />
            <label htmlFor={`reason-${member.responseId}`}>{t("surveys.one.reason")}</label>
            <input id={`reason-${member.responseId}`} className="input" name="reason" maxLength={500} />
            <button
              className="button button-second button-small"
              type="submit"
              name="intent"
              value="reopen"
              aria-label={t("surveys.one.reopenFor", { member: member.name })}
            >
              {t("surveys.one.reopen")}
            </button>
          </form>
        </details>
      )}
    </div>
  );
}
