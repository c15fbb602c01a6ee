// The demo: a page of the portal with the card in it, and a backend made of MSW handlers.
import react from "@vitejs/plugin-react";
import { msw } from "msw/vite";
import { defineConfig } from "vite";

export default defineConfig({
  root: "demo",
  plugins: [react(), msw({ mode: "worker-only" })],
  build: { outDir: "dist", emptyOutDir: true },
});
