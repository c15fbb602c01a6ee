// With `--peers`: installs react-spreadsheet-import into a temporary folder and runs its own reader and matcher.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Reader } from "../case.ts";
import { fieldKeys } from "../case.ts";
import { guideAliases, matchedBy } from "./aliases.ts";
import { outcomeOf } from "./outcome.ts";

const dependencies = {
  "react-spreadsheet-import": "4.7.1",
  "@chakra-ui/react": "2.8.2",
  react: "18.3.1",
  "react-dom": "18.3.1",
};

interface MatchedColumn {
  readonly index: number;
  readonly value?: string;
}
interface Matcher {
  getMatchedColumns(
    columns: unknown,
    fields: unknown,
    data: unknown,
    distance: number,
    select: boolean,
  ): MatchedColumn[];
}
interface Workbooks {
  read(data: ArrayBuffer, options: object): unknown;
}
interface Tables {
  mapWorkbook(workbook: unknown): (string | undefined)[][];
}

export function installedSpreadsheetImport(): Reader {
  const folder = mkdtempSync(join(tmpdir(), "accuracy-peers-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies }));
  execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const require = createRequire(join(folder, "index.js"));
  const inside = "react-spreadsheet-import/dist-commonjs";
  const matcher = require(`${inside}/steps/MatchColumnsStep/utils/getMatchedColumns.js`) as Matcher;
  const tables = require(`${inside}/utils/mapWorkbook.js`) as Tables;
  const workbooks = require(join(folder, "node_modules", "xlsx-ugnis")) as Workbooks;
  return {
    name: "react-spreadsheet-import, installed",
    judgeOffers: false,
    async read(bytes) {
      const rows = tables
        .mapWorkbook(workbooks.read(bytes.slice().buffer, readOptions))
        .map((row) => [...row].map((cell) => cell ?? ""));
      const [headers, ...rest] = rows;
      if (!headers || rest.length === 0) return { refusal: "no rows" };
      return outcomeOf(rest, matchedWith(matcher, headers, rest), null);
    },
  };
}

/** What the component passes on when the host sets nothing. */
const readOptions = { cellDates: true, dateNF: "yyyy-mm-dd", raw: true, dense: true, codepage: 65001 };

function matchedWith(matcher: Matcher, headers: readonly string[], rows: readonly string[][]) {
  const fields = fieldKeys.map((field) => {
    const [key, ...alternateMatches] = guideAliases[field];
    return { key, label: key, alternateMatches, fieldType: { type: "input" } };
  });
  const columns = headers.map((header, index) => ({ type: 0, index, header }));
  const matched = matcher.getMatchedColumns(columns, fields, rows, 2, false);
  return matchedBy((field) => matched.find(({ value }) => value === guideAliases[field][0])?.index ?? -1);
}
