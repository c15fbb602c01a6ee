// Source maps tell of which modules the bundle is made.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({ plugins: [react()], build: { sourcemap: true } });
