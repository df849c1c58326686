import { Duplex } from "node:stream";
import type { Worker } from "node:worker_threads";

/**
 * One PostgreSQL connection to the engine in the worker, as a stream that postgres.js takes for a socket. The engine
 * answers whole groups of messages only, so a group is held back until its Query, Sync or Flush.
 */
export function wireSocket(worker: Worker): Duplex {
  let rest: Buffer = Buffer.alloc(0);
  let started = false;

  const socket = new Duplex({
    read() {},
    write(chunk: Buffer, _encoding, done) {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let at = 0;
      let end = 0;
      while (rest.length - at >= 5) {
        const size = started ? 1 + rest.readInt32BE(at + 1) : rest.readInt32BE(at);
        if (rest.length - at < size) break;
        const type = started ? String.fromCharCode(rest[at] ?? 0) : "Q";
        if (type === "X") {
          // Terminate must not reach the only backend there is.
          rest = rest.subarray(0, at);
          break;
        }
        started = true;
        at += size;
        if ("QSH".includes(type)) end = at;
      }
      if (end > 0) worker.postMessage(new Uint8Array(rest.subarray(0, end)));
      rest = rest.subarray(end);
      done();
    },
    final(done) {
      socket.push(null);
      done();
    },
    destroy(error, done) {
      worker.off("message", receive);
      worker.off("exit", stopped);
      done(error);
    },
  });

  const receive = (message: unknown) => {
    if (message instanceof Uint8Array) socket.push(Buffer.from(message.buffer, message.byteOffset, message.byteLength));
  };
  const stopped = () => socket.destroy(new Error("the embedded database has stopped"));
  worker.on("message", receive);
  worker.once("exit", stopped);
  return socket;
}
