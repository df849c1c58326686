// postgres.js 3.4.9 ends the process when a connection closes under a transaction: what is still to be written is written
// to a socket that is gone, outside of any promise, and a connection that closed with something unsent never sends
// again (porsager/postgres issues 1154 and 1208). Until a release has the cure, the bundle of the server has it.
import { readFile } from "node:fs/promises";

const CURES = [
  [
    "    const x = socket.write(chunk, fn)\n    nextWriteTimer !== null && clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    return x\n",
    `    nextWriteTimer !== null && clearImmediate(nextWriteTimer)
    const unsent = chunk
    chunk = nextWriteTimer = null
    if (socket === null) {
      error(Errors.connection('CONNECTION_CLOSED', options))
      return false
    }
    return socket.write(unsent, fn)
`,
  ],
  [
    "    clearImmediate(nextWriteTimer)\n    socket.removeListener('data', data)\n    socket.removeListener('connect', connected)\n    idleTimer.cancel()",
    `    clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    socket.removeListener('data', data)
    socket.removeListener('connect', connected)
    idleTimer.cancel()`,
  ],
];

/** An esbuild plugin: takes postgres.js into the bundle, cured; fails where it is not the version that is known. */
export const curedPostgresDriver = {
  name: "cured-postgres-driver",
  setup(build) {
    build.onResolve({ filter: /^postgres$/ }, ({ resolveDir }) =>
      build.resolve("./node_modules/postgres/src/index.js", {
        kind: "import-statement",
        resolveDir: build.initialOptions.absWorkingDir ?? resolveDir,
      }),
    );
    build.onLoad({ filter: /postgres[\\/]src[\\/]connection\.js$/ }, async ({ path }) => {
      let contents = await readFile(path, "utf8");
      for (const [ill, cured] of CURES) {
        if (contents.split(ill).length !== 2)
          throw new Error("postgres.js has changed: look whether its cure is still needed");
        contents = contents.replace(ill, () => cured);
      }
      return { contents, loader: "js" };
    });
  },
};
