import { useTranslator } from "~/app/i18n/use-translator";
import type { MemberShown } from "./member-shown";

/** What can be done about one member: a new link or a reminder while the round is open, opening its answer again. */
export function MemberActions({ member, open }: { readonly member: MemberShown; readonly open: boolean }) {
  const t = useTranslator();
  const { progress, responseId } = member;
  const sent = progress === "submitted" || progress === "signedOff" || progress === "withdrawn";
  return (
    <div className="row-actions">
      {open && (
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
          </button>{" "}
          {member.due && (
            <button
              className="button button-second button-small"
              type="submit"
              name="intent"
              value="remind"
              aria-label={t("surveys.one.remindFor", { member: member.name })}
            >
              {t("surveys.one.remindOne")}
            </button>
          )}
        </form>
      )}
      {sent && responseId && (
        <details>
          <summary>{t("surveys.one.reopen")}</summary>
          <form method="post" className="stack-tight">
            <input type="hidden" name="responseId" value={responseId} />
            <label htmlFor={`reason-${responseId}`}>{t("surveys.one.reason")}</label>
            <input id={`reason-${responseId}`} className="input" name="reason" maxLength={500} />
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
