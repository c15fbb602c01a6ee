// The demo: a page of the portal with the card in it, and a backend made of MSW handlers.
import react from "@vitejs/plugin-react";
import { msw } from "msw/vite";
import { defineConfig } from "vite";

// Where /api is answered when the demo is opened with `?server=network`: for example by `npm run mock-server`.
const proxy = { "/api": process.env.API_URL ?? "http://127.0.0.1:8787" };

export default defineConfig({
  root: "demo",
  plugins: [react(), msw({ mode: "worker-only" })],
  server: { proxy },
  preview: { proxy },
  build: { outDir: "dist", emptyOutDir: true },
});
