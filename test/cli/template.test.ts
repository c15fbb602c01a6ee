// Tests `template`: the template CSV file, printed or written.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { template } from "../../src/csv/index.ts";
import { createFile, createFolder, runInside } from "./terminal.ts";

test("the printed template is a file without problems", async () => {
  const { code, stdout } = await runInside(["template"]);
  expect([code, stdout]).toEqual([0, template()]);
  expect((await runInside(["validate", "-"], { stdin: stdout })).code).toBe(0);
});

test("the template is written to a new file, and never over an existing one", async () => {
  const path = join(createFolder(), "users.csv");
  expect(await runInside(["template", "--output", path])).toEqual({
    code: 0,
    stdout: `Written to ${path}.\n`,
    stderr: "",
  });
  expect(readFileSync(path, "utf8")).toBe(template());
  const kept = createFile("users.csv", "mine");
  expect(await runInside(["template", "--output", kept])).toMatchObject({ code: 2 });
  expect(readFileSync(kept, "utf8")).toBe("mine");
});

test("--json contains the text", async () => {
  expect(JSON.parse((await runInside(["template", "--json"])).stdout)).toEqual({ output: null, template: template() });
});
