// Tests that names from files and servers can't control the terminal.
import { expect, test } from "vitest";
import { sourceTable, sourceText } from "../../src/cli/server/run-sources.ts";
import { excerpt, printable } from "../../src/cli/terminal/terminal.ts";

const commands: readonly (readonly [what: string, text: string])[] = [
  ["clears the screen", "\u001B[2J"],
  ["sets the window's title", "\u001B]0;owned\u0007"],
  ["moves the cursor by one byte", "\u009B1A"],
  ["goes back over the line", "\rImported"],
  ["begins a line of its own", "\n0 problems"],
  ["turns the reading direction", "\u202Egpj.exe"],
];

const commanding = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;

test.for(commands)("a name that %s is printed as text", ([, text]) => {
  const source = { id: text, name: text, createdAt: text, counters: null, reactivated: null };
  for (const line of [printable(text), excerpt(text), ...sourceTable([source]), ...sourceText(source)]) {
    expect(line).not.toMatch(commanding);
  }
});
