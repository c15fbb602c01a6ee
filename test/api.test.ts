// The public names and their signatures are those that were reviewed: docs/api.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { writeApiReports } from "../scripts/api/doors.ts";
import typeTests from "../test-d/tsconfig.json" with { type: "json" };

const root = join(import.meta.dirname, "..");

test("docs/api says what each door offers; after a change on purpose, `npm run api` writes it anew", () => {
  const reports = writeApiReports(join(root, "tmp/api-test"));
  const files = globSync("docs/api/*.md", { cwd: root });
  const written = files.map((file) => [file.replaceAll("\\", "/"), readFileSync(join(root, file), "utf8")]);
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(reports.map(({ file, text }) => [file, text])));
});

test("the type tests know every door by its published name", () => {
  const doors = Object.entries(manifest.exports).filter(([, target]) => typeof target === "object");
  expect(Object.keys(typeTests.compilerOptions.paths)).toEqual(doors.map(([name]) => manifest.name + name.slice(1)));
});
