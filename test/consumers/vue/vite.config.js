// A Vue application that knows the element's name.
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

const isCustomElement = (tag) => tag === "import-existing-users";

export default defineConfig({ plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] });
