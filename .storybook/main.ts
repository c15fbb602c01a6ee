// Configures Storybook: where the stories are, and which addons run.
import type { StorybookConfig } from "@storybook/react-vite";
import { msw } from "msw/vite";
import { propDocs } from "./prop-docs.ts";

const config: StorybookConfig = {
  framework: {
    name: "@storybook/react-vite",
    // Its own file: the root vite.config.ts belongs to the demo.
    options: { builder: { viteConfigPath: ".storybook/vite.config.ts" } },
  },
  stories: ["../stories/guides/*.mdx", "../stories/**/*.stories.tsx"],
  addons: ["@storybook/addon-docs", "@storybook/addon-a11y", "@storybook/addon-vitest"],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({ ...vite, plugins: [...(vite.plugins ?? []), msw({ mode: "worker-only" }), propDocs()] }),
};

export default config;
