// The Vite settings of Storybook alone.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  // Dependencies discovered only while the stories load would reload the page in the middle of a test run.
  optimizeDeps: {
    include: ["hono", "msw", "msw/browser", "papaparse", "react-dropzone", "zod/mini", "zustand/vanilla"],
  },
});
