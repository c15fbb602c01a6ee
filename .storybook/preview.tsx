// Sets up every story: a page around the card, a clock, a portal behind MSW, and accessibility checks that fail the story.

import { propDocs } from "virtual:prop-docs";
import type { Preview } from "@storybook/react-vite";
import { setupWorker } from "msw/browser";
import { mswLoader } from "msw-storybook-addon/csf3";
import { configure, expect, mocked, spyOn } from "storybook/test";
import { demoAppId } from "../mock-server/index.ts";
import "../src/react/styles.css";
import { stopClock } from "../stories/setup/clock.ts";
import { HostPage } from "../stories/setup/HostPage.tsx";
import { handlers } from "../stories/setup/portal.ts";
import { isCheckedForAccessibility } from "../stories/setup/screens.ts";
import { waitLimit } from "../test/limits.ts";

configure({ asyncUtilTimeout: waitLimit });

// Storybook's own page checks the story one looks at; a test run checks each screen once.
const isTestRun = import.meta.env.MODE === "test";

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

// A failing story throws an error, which Storybook itself logs to the console.
function complaints(): unknown[] {
  const calls = [console.error, console.warn].flatMap((method) => mocked(method).mock.calls);
  return calls.filter(([first]) => !(first instanceof Error));
}

const preview: Preview = {
  loaders: [mswLoader(startWorker)],
  beforeEach({ title, name, parameters }) {
    if (isTestRun && !isCheckedForAccessibility(title, name)) parameters.a11y = { ...parameters.a11y, test: "off" };
    spyOn(console, "error");
    spyOn(console, "warn");
    return stopClock();
  },
  // A warning of React or the browser is a fault of the card.
  afterEach() {
    expect(complaints()).toEqual([]);
  },
  argTypes: propDocs,
  args: { appId: demoAppId, appName: "Acme Portal" },
  decorators: [
    (Story, { parameters, viewMode }) => (
      <HostPage look={parameters.page} fillsWindow={viewMode !== "docs"}>
        {Story()}
      </HostPage>
    ),
  ],
  parameters: {
    layout: "fullscreen",
    msw: { handlers },
    // Axe skips this rule by default (WCAG 2.2, 2.5.8).
    a11y: { test: "error", config: { rules: [{ id: "target-size", enabled: true }] } },
    controls: { expanded: true },
    // In the order of a person's work.
    options: {
      storySort: {
        order: [
          "Guides",
          "0 Card",
          "1 File",
          "2 Preview",
          [
            "Mapping",
            "Known columns",
            "Remembered mapping",
            "Offers",
            "Rows",
            "Many problems",
            "Corrections",
            "Check against accounts",
          ],
          "3 Import",
          ["Run", "In parts", "Failures"],
          "4 Import result",
          "5 Saved sources",
          ["List", "Rows of a source"],
          "6 Around the card",
          "7 Your own parts",
        ],
      },
    },
    viewport: {
      options: {
        phone: { name: "Phone, 360 px", styles: { width: "360px", height: "780px" } },
        narrow: { name: "Narrowest, 320 px", styles: { width: "320px", height: "640px" } },
      },
    },
  },
};

export default preview;
