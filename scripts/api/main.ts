// Writes docs/api: a report of the exports of each public door.
import { globSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeApiReports } from "./doors.ts";

const root = join(import.meta.dirname, "../..");

const reports = writeApiReports(join(root, "tmp/api"));
for (const file of globSync("docs/api/*.md", { cwd: root })) rmSync(join(root, file));
for (const { file, text } of reports) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
