// Tests the progress display: one rewritten line on a terminal, plain lines elsewhere.
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { createProgress } from "../../src/cli/terminal/progress.ts";
import { createTerminal } from "./terminal.ts";

// The parts of a terminal that the rewritten line needs.
function createScreen(columns: number) {
  const stream = Object.assign(new PassThrough(), {
    isTTY: true,
    columns,
    cursorTo: () => true,
    moveCursor: () => true,
    clearLine: () => true,
  });
  let text = "";
  stream.on("data", (part) => {
    text += part;
  });
  return { stream, text: () => text };
}

async function show(columns: number, env: Record<string, string>) {
  const { stream, text } = createScreen(columns);
  const { terminal } = createTerminal({ env });
  const progress = await createProgress({ ...terminal, stderr: stream });
  for (const line of ["one", "two"]) progress.update(line);
  progress.stop();
  progress.stop();
  return text();
}

test("a terminal gets one rewritten line, and its cursor back", async () => {
  const text = await show(80, {});
  expect(text).toMatch(/^\u001B\[\?25l.* one/);
  expect(text).toContain("\u001B[?25h");
  expect(text).not.toContain("\n");
});

test.each([
  [0, {}],
  [80, { CI: "true" }],
  [80, { TERM: "dumb" }],
])("plain lines, only every few seconds, with %i columns and %j", async (columns, env) => {
  expect(await show(columns, env)).toBe("one\n");
});
