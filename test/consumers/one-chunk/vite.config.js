// One script for everything, as portals with a single bundle have it.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  build: { rolldownOptions: { output: { codeSplitting: false } }, chunkSizeWarningLimit: 2_000 },
});
