// Development: pages through Vite with reload, the server restarted when its files change.
import { spawn } from "node:child_process";
import { context } from "esbuild";
import { serverOptions } from "./build.mjs";

let child;
const restart = {
  name: "restart",
  setup(build) {
    build.onEnd((result) => {
      if (result.errors.length > 0) return;
      const start = () => {
        child = spawn(process.execPath, ["build/server.js", ...process.argv.slice(2)], {
          stdio: "inherit",
          env: { ...process.env, NODE_ENV: "development", MERIDIAN_DEV: "1" },
        });
      };
      if (!child || child.exitCode !== null) return start();
      child.once("exit", start);
      child.kill("SIGTERM");
    });
  },
};
const options = serverOptions();
const watching = await context({ ...options, plugins: [...options.plugins, restart] });
await watching.watch();
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, async () => {
    child?.kill("SIGTERM");
    await watching.dispose();
    process.exit(0);
  });
