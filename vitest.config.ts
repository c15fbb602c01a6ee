// Configures the five test projects, from plain functions to stories in a real browser.
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumArgs, findChromium } from "./scripts/find-chromium.mjs";
import { testLimit, waitLimit } from "./test/limits.ts";

const executablePath = findChromium();
const launchOptions = { args: chromiumArgs, timeout: testLimit, ...(executablePath ? { executablePath } : {}) };

export default defineConfig({
  plugins: [react()],
  test: {
    passWithNoTests: true,
    // The second one speaks of runs with `--retry`, as `.ci/run` makes them.
    reporters: ["default", "./test/report-repeated.ts"],
    testTimeout: testLimit,
    hookTimeout: testLimit,
    teardownTimeout: testLimit,
    expect: { poll: { timeout: waitLimit } },
    // Half of what the command needs to start, as many processes of the tests do, is compiling the same sources.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, "node_modules/.cache/node") },
    // Where `isolate` is false, the files of a worker share what is imported: nothing there remembers anything.
    // Vitest leaves one processor to others, which is half a machine that has two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    coverage: {
      provider: "v8",
      include: ["src/**/*.{ts,tsx}", "mock-server/**/*.ts"],
      reporter: ["text-summary", "html"],
    },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          environment: "node",
          isolate: false,
          setupFiles: ["test/fixed-seed.ts"],
          include: [
            "test/*.test.ts",
            "test/{contract,schemas,csv,xlsx,client,docs,sync,importer,element,conformance,cli,mock-server}/**/*.test.ts",
          ],
          exclude: ["test/{mock-server,sync,cli}/sql/**"],
        },
      },
      {
        // On real engines: PGlite, and a PostgreSQL that is started for these tests alone.
        extends: true,
        test: {
          name: "sql",
          environment: "node",
          // All files of a worker have one PGlite.
          isolate: false,
          setupFiles: ["test/fixed-seed.ts"],
          include: ["test/{mock-server,sync,cli}/sql/**/*.test.ts"],
          globalSetup: ["test/mock-server/sql/postgres-setup.ts"],
        },
      },
      {
        // The same on partitioned tables, but for what needs tables that are not there yet, or no server.
        extends: true,
        test: {
          name: "partitions",
          environment: "node",
          isolate: false,
          env: { IEU_TEST_PARTITIONS: "16" },
          setupFiles: ["test/fixed-seed.ts"],
          include: ["test/mock-server/sql/**/*.test.ts"],
          exclude: ["test/mock-server/sql/{migrations,migrate-command,conformance-pglite}.test.ts"],
          globalSetup: ["test/mock-server/sql/postgres-setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "dom",
          environment: "happy-dom",
          isolate: false,
          include: ["test/react/**/*.test.tsx"],
          setupFiles: ["test/fixed-seed.ts", "test/react/setup.ts"],
        },
      },
      {
        // Node drives a real browser here, through the playwright library: whole pages, not modules.
        extends: true,
        test: {
          name: "browser",
          environment: "node",
          include: ["test/{browser,package}/**/*.test.ts"],
          globalSetup: ["test/browser/build-pages.ts"],
          // All files of a worker have one Chromium.
          isolate: false,
        },
      },
      {
        extends: true,
        plugins: [storybookTest({ configDir: ".storybook" })],
        test: {
          name: "storybook",
          // All story files of a worker share one page, which loads the modules once.
          isolate: false,
          browser: {
            enabled: true,
            headless: true,
            connectTimeout: testLimit,
            // Animations that nobody looks at cost processor time.
            provider: playwright({ launchOptions, contextOptions: { reducedMotion: "reduce" } }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
