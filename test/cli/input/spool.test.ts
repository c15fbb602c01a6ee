// Tests that a long pipe is stored in a private file without a name, read in parts from there, and leaves nothing behind.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { expect, onTestFinished, test } from "vitest";
import { type InputRow, openFile } from "../../../src/cli/input/open-file.ts";
import { readCsvFile } from "../../../src/cli/input/read-csv.ts";
import { createGate } from "../../gate.ts";
import { start } from "../command.ts";
import { startPortal } from "../portal.ts";
import { createFile, createFolder, createTerminal } from "../terminal.ts";

const header = "user_id,email,name,registration_date";
const toLine = (index: number) => `u${index},person${index}@example.com,Ann Lee ${index},2024-01-10T09:00:00Z`;
const toText = (count: number) =>
  `${[header, ...Array.from({ length: count }, (_, index) => toLine(index))].join("\n")}\n`;
const { signal } = new AbortController();
const sizes = { least: 2_000, part: 300, most: 2_000 };
// Few rows with long names, so that many bytes take little time.
const longPipe = toText(20_000).replaceAll("Ann Lee", `Ann ${"Lee ".repeat(50)}`);

async function read(path: string, stdin: string, options = {}) {
  const { terminal } = createTerminal({ stdin });
  const input = await readCsvFile(await openFile(path, "csv", terminal, signal), options, signal, sizes);
  onTestFinished(async () => input.close?.());
  return input;
}

async function collect(rows: Iterable<InputRow> | AsyncIterable<InputRow>): Promise<InputRow[]> {
  const all: InputRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

test.each<[string, string]>([
  ["plain rows", toText(60)],
  ["line breaks of Windows", toText(60).replaceAll("\n", "\r\n")],
  ["a byte order mark", `\uFEFF${toText(60)}`],
  ["a row that has to be read with the whole file", toText(60).replace("u50,", "'u50,")],
])("a long pipe gives the rows and notes of the same file on disk, and again: %s", async (_, text) => {
  const piped = await read("-", text);
  const onDisk = await read(createFile("users.csv", text), "");
  expect([piped.total, piped.notes]).toEqual([onDisk.total, onDisk.notes]);
  const rows = await collect(onDisk.rows);
  expect(await collect(piped.rows)).toEqual(rows);
  expect(await collect(piped.rows)).toEqual(rows);
});

test.each<[string, string, object, boolean]>([
  ["a long one in parts", toText(60), {}, false],
  ["a short one in memory", toText(5), {}, true],
  ["one whose flags concern the whole file in memory", toText(60), { mend: true }, true],
])("of pipes, %s", async (_, text, options, isInMemory) => {
  const { rows, total } = await read("-", text, options);
  expect([Symbol.iterator in rows, total]).toEqual([isInMemory, text.split("\n").length - 2]);
});

// A portal that holds back its answer to the first import, until the test lets go.
async function holdImport() {
  const gate = createGate();
  const portal = await startPortal({
    async answer(request, next) {
      if (request.method === "POST") await gate.pass();
      return next(request);
    },
  });
  onTestFinished(gate.open);
  return { ...portal, arrived: gate.reached, release: gate.open };
}

function pipeInto(args: readonly string[], env: Record<string, string>, text: string) {
  const started = start(args, env);
  // The command may end before it has read everything.
  started.child.stdin.on("error", () => {});
  started.child.stdin.end(text);
  return started;
}

// Only Linux shows the open files of a process.
test.skipIf(process.platform !== "linux").each<[string, NodeJS.Signals | null, number | null]>([
  ["at the end", null, 0],
  ["after SIGTERM", "SIGTERM", 130],
  ["after SIGINT", "SIGINT", 130],
  ["after SIGKILL", "SIGKILL", null],
])("what is stored is for its owner only, and nothing is left of it %s", async (_, name, code) => {
  const temporary = createFolder();
  const { args, arrived, release } = await holdImport();
  const flags = ["sync", "-", "--grace", "0", "--batch-size", "10000"];
  const { child, ended } = pipeInto(args(...(flags as [string, ...string[]])), { TMPDIR: temporary }, longPipe);
  await arrived;
  const files = `/proc/${child.pid}/fd`;
  const stored = readdirSync(files).filter((file) => readlinkSync(join(files, file)).startsWith(temporary));
  expect(stored).toHaveLength(1);
  const { mode, size } = statSync(join(files, stored[0] ?? ""));
  expect([mode & 0o777, size, readdirSync(temporary)]).toEqual([0o600, Buffer.byteLength(longPipe), []]);
  if (name) child.kill(name);
  else release();
  expect((await ended).code).toBe(code);
  expect(readdirSync(temporary)).toEqual([]);
});

test("a folder for temporary files that is not there is named, with what to do, and nothing is sent", async () => {
  const { args } = await startPortal();
  const folder = join(createFolder(), "missing");
  const { ended } = pipeInto(args("sync", "-"), { TMPDIR: folder }, longPipe);
  const { code, stderr } = await ended;
  expect([code, stderr]).toEqual([2, expect.stringContaining(`Standard input is stored in ${folder}`)]);
  expect(stderr).toContain("can't be written there: ENOENT. Make room there, name another folder");
});

test.skipIf(process.platform === "win32")(
  "a pipe that does not fit on the disk ends the command with a code and the reason, and nothing is left",
  async () => {
    const { args } = await startPortal();
    const temporary = createFolder();
    const users = createFile("users.csv", longPipe);
    const command = [process.execPath, "src/cli/main.ts", ...args("sync", "-", "--json")].map((word) => `'${word}'`);
    // Files of at most 2,048 blocks of 512 bytes, and an error in place of the signal.
    const script = `trap '' XFSZ; ulimit -f 2048; exec ${command.join(" ")} < '${users}'`;
    const child = spawn("sh", ["-c", script], { env: { PATH: process.env.PATH ?? "", TMPDIR: temporary } });
    let printed = "";
    child.stdout.on("data", (text) => {
      printed += text;
    });
    const [code] = await once(child, "close");
    const { error } = JSON.parse(printed);
    expect([code, error.code]).toEqual([2, "spool_unwritable"]);
    expect(error.message).toContain("EFBIG");
    expect(readdirSync(temporary)).toEqual([]);
  },
);

test("validate reads a long pipe and leaves nothing behind", async () => {
  const temporary = createFolder();
  const { ended } = pipeInto(["validate", "-"], { TMPDIR: temporary }, longPipe);
  expect(await ended).toMatchObject({ code: 0, stdout: expect.stringContaining("20,000 users, no problems.") });
  expect(readdirSync(temporary)).toEqual([]);
});
