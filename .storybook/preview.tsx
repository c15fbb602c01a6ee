// What every story has: accessibility findings fail it, and its requests are answered by MSW.
import type { Preview } from "@storybook/react-vite";
import { setupWorker } from "msw/browser";
import { mswLoader } from "msw-storybook-addon/csf3";

async function startWorker() {
  const worker = setupWorker();
  await worker.start({
    quiet: true,
    // The addon's own setup still passes the option's former name, `onUnhandledRequest`.
    onUnhandledFrame: "bypass",
    serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
  });
  return worker;
}

const preview: Preview = {
  loaders: [mswLoader(startWorker)],
  parameters: {
    a11y: { test: "error" },
    controls: { expanded: true },
  },
};

export default preview;
