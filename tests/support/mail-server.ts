import { once } from "node:events";
import { SMTPServer } from "smtp-server";
import { freePort } from "./server";

export interface MailServer {
  readonly url: string;
  /** The letters that it took, as they came. */
  readonly received: readonly string[];
  readonly close: () => void;
}

/**
 * A mail server that really speaks SMTP and keeps what it is sent.
 *
 * @param refuse says no to every address, for good or for now
 * @param silent takes a letter and then says nothing
 * @param port where it listens; one that is free, if not given
 */
export async function mailServer({
  refuse,
  silent = false,
  port,
}: {
  readonly refuse?: "forGood" | "forNow";
  readonly silent?: boolean;
  readonly port?: number;
} = {}): Promise<MailServer> {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) => {
      if (refuse === undefined) return done();
      const error = new Error(refuse === "forGood" ? "no such mailbox" : "come back later");
      return done(Object.assign(error, { responseCode: refuse === "forGood" ? 550 : 451 }));
    },
    onData: (stream, _session, done) => {
      let text = "";
      stream.on("data", (chunk) => {
        text += chunk;
      });
      stream.on("end", () => {
        received.push(text);
        if (!silent) done();
      });
    },
  });
  // A client that gave up resets the connection; that is its business.
  server.on("error", () => {});
  const listens = port ?? (await freePort());
  server.listen(listens, "127.0.0.1");
  await once(server.server, "listening");
  return { url: `smtp://127.0.0.1:${listens}`, received, close: () => server.close() };
}
