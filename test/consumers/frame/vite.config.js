// Two pages: the portal, and the page in its frame.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  build: { rolldownOptions: { input: ["index.html", "frame.html"] } },
});
