import { fileURLToPath } from "node:url";
import { vitePlugin as remix, type VitePluginConfig } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";

export default defineConfig({
  plugins: [remix(remixOptions as VitePluginConfig)],
  resolve: { alias: { "~": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  build: { target: "es2020", assetsInlineLimit: 0, cssMinify: true },
});
