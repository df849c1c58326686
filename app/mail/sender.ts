import { createTransport } from "nodemailer";
import type { Logger } from "pino";
import type { Config } from "~/app/config.server";
import { repeatWork } from "~/app/jobs/repeated-work";
import type { Database } from "~/db/engine/database";
import { claimMails, markMailFailed, markMailSent } from "~/db/mail";

const EVERY = 30_000;
const TRIES = 12;
const MINUTE = 60_000;
/** A letter whose process has not reported on it for so long is taken over; no try may last longer. */
const ABANDONED = 10 * MINUTE;
/** How long a stop waits for the letter under way. */
const PATIENCE = 4_000;

/** How long to wait after a failed try: one minute, then twice as long each time, a day at most. */
export function pauseAfter(attempts: number): number {
  return Math.min(MINUTE * 2 ** (attempts - 1), 24 * 60 * MINUTE);
}

/**
 * Sends what waits in the outbox, now and whenever woken. Without a mail server letters stay in the outbox.
 *
 * Several processes may run it: a letter is claimed before it is sent, and taken over if its process dies. Then, or if the
 * mail server took it and did not say so, it is sent again with the same Message-ID. Letters are claimed one by one, so
 * that with a slow server none waits claimed until another process takes it over.
 */
export function startMail({
  db,
  config,
  log,
  now,
  silence = MINUTE,
}: {
  readonly db: Database;
  readonly config: Pick<Config, "smtpUrl" | "mailFrom">;
  readonly log: Logger;
  readonly now: () => Date;
  /** Milliseconds after which a mail server that says nothing is given up. */
  readonly silence?: number;
}): { readonly wake: () => void; readonly stop: () => Promise<void> } {
  if (!config.smtpUrl) return { wake: () => {}, stop: async () => {} };
  const transport = createTransport(
    {
      url: config.smtpUrl,
      connectionTimeout: Math.min(20_000, silence),
      greetingTimeout: Math.min(20_000, silence),
      socketTimeout: silence,
    },
    { from: config.mailFrom },
  );
  let stopped = false;

  async function sendDue(): Promise<void> {
    while (!stopped) {
      const at = now();
      const abandonedBefore = new Date(at.getTime() - ABANDONED);
      const mails = await claimMails(db, { at, abandonedBefore, limit: 1 });
      if (mails.length === 0) return;
      for (const mail of mails) {
        try {
          await transport.sendMail({
            to: mail.toAddress,
            subject: mail.subject,
            text: mail.text,
            ...(mail.html ? { html: mail.html } : {}),
            messageId: `<${mail.id}@meridian>`,
          });
          await markMailSent(db, { id: mail.id, at: now() });
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          const retryAt = mail.attempts < TRIES ? new Date(now().getTime() + pauseAfter(mail.attempts)) : null;
          await markMailFailed(db, { id: mail.id, error: reason, retryAt });
          log.warn({ mail: mail.id, attempts: mail.attempts, reason }, "a letter could not be sent");
        }
      }
    }
  }

  const { wake, stop } = repeatWork(sendDue, { every: EVERY, log, failure: "the outbox could not be worked on" });
  return {
    wake,
    stop: async () => {
      stopped = true;
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, PATIENCE);
      });
      await Promise.race([stop(), patience]);
      clearTimeout(timer);
      transport.close();
    },
  };
}
