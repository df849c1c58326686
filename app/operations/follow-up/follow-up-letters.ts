import { hashOfSecret } from "~/app/auth/viewer.server";
import { isLocale } from "~/app/i18n/locales";
import { translator } from "~/app/i18n/translate";
import type { NewMail } from "~/db/mail";
import type { Round } from "~/db/rounds";
import type { LocalizedText } from "~/db/schema/region";

/** Where letters come from and lead to. */
export interface Letters {
  readonly publicUrl: string;
  readonly officeName: string;
}

/** Somebody who gets a letter: a person of the register, or an address that was given for this purpose only. */
export interface Addressee {
  readonly address: string;
  readonly personId: string | null;
  readonly language: string;
}

/** What a letter of a follow-up says, and to whom it is said. */
export interface FollowUpLetter {
  /** `participant` to whoever pledged, `forward` to the contact point that passes it on, `administration`, and reminders of each. */
  readonly kind: "participant" | "forward" | "administration";
  readonly reminder: boolean;
  readonly round: Pick<Round, "id" | "closesOn">;
  /** The workshop, or the workshops, that it is about. */
  readonly workshops: readonly string[];
  readonly member: LocalizedText | null;
  readonly actions: readonly string[];
  readonly url: string;
  readonly addressee: Addressee;
  readonly letters: Letters;
  /** Two letters with one key are one letter. */
  readonly key: string;
}

/** The link that opens a follow-up. */
export const linkOf = ({ publicUrl }: Letters, secret: string): string => `${publicUrl}/a/${secret}`;

export function followUpLetter({
  kind,
  reminder,
  round,
  workshops,
  member,
  actions,
  url,
  addressee,
  letters,
  key,
}: FollowUpLetter): NewMail {
  const t = translator(isLocale(addressee.language) ? addressee.language : "en");
  const values = {
    workshop: t.list(workshops),
    member: t.pick(member),
    count: actions.length,
    actions: actions.map((action) => `– ${action}`).join("\n"),
    date: t.date(round.closesOn),
    link: url,
    office: letters.officeName,
  };
  return {
    key: `${key}/${addressee.personId ?? hashOfSecret(addressee.address)}`,
    toAddress: addressee.address,
    toPersonId: addressee.personId,
    language: t.locale,
    template: reminder ? "followUpReminder" : "followUp",
    subject: t(reminder ? `followUp.mail.${kind}.reminder` : `followUp.mail.${kind}.subject`, values),
    text: t(`followUp.mail.${kind}.text`, values),
    html: null,
    subjectType: "round",
    subjectId: round.id,
  };
}
