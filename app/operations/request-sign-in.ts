import { hashOfSecret, newSecret } from "~/app/auth/viewer.server";
import type { AppContext } from "~/app/context";
import { isLocale } from "~/app/i18n/locales";
import { translator } from "~/app/i18n/translate";
import { enqueueMails } from "~/db/mail";
import { findPersonByEmail } from "~/db/people";
import { insertSignInLink } from "~/db/sessions";

const MINUTES = 15;

/**
 * Sends a one-time link to the address, if it belongs to somebody with a role. The reply is the same if not.
 *
 * @returns until when the link works
 */
export async function requestSignIn(
  context: AppContext,
  { email, to }: { readonly email: string; readonly to: string },
): Promise<{ readonly until: Date }> {
  const at = context.now();
  const until = new Date(at.getTime() + MINUTES * 60_000);
  const person = await findPersonByEmail(context.db, email);
  if (!person?.email || person.roles.length === 0) return { until };

  const secret = newSecret();
  const tokenHash = hashOfSecret(secret);
  const link = `${context.config.publicUrl}/sign-in/${secret}`;
  const t = translator(isLocale(person.language) ? person.language : context.locale);
  const mail = {
    key: `sign-in/${tokenHash}`,
    toAddress: person.email,
    toPersonId: person.id,
    language: t.locale,
    template: "signIn",
    subject: t("people.mail.signIn.subject"),
    text: t("people.mail.signIn.text", {
      name: person.name,
      time: t.dateTime(until, context.pack.manifest.seat.timeZone),
      link,
      office: context.officeName,
    }),
  };
  await context.db.transaction(async (tx) => {
    await insertSignInLink(tx, { tokenHash, personId: person.id, createdAt: at, expiresAt: until, redirectTo: to });
    await enqueueMails(tx, { mails: [mail], at });
  });
  context.wakeMail();
  // Without a mail server the operator's window is the way in.
  if (!context.config.smtpUrl) console.log(`Sign-in link for ${person.email}: ${link}`);
  return { until };
}
