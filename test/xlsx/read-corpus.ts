// Reads a workbook of the corpus, and says in its terms what was found.
import { readCsv } from "../../src/csv/index.ts";
import { xlsx } from "../../src/xlsx/index.ts";
import type { CorpusWorkbook } from "./corpus.ts";

/** The first record, or the refusal, and the codes of the notices about the workbook. */
export async function readCorpusWorkbook({ bytes }: Pick<CorpusWorkbook, "bytes">) {
  const result = await readCsv(bytes, { workbooks: xlsx });
  if (result.ok) {
    const notices = result.table.notices.map(({ code }) => code);
    return { found: [...(result.table.records[0]?.cells ?? [])], notices };
  }
  const { code, ...facts } = result.issue as { code: string; reason?: string; found?: string };
  const reason = facts.reason ?? facts.found;
  return { found: reason === undefined ? code : `${code}: ${reason}`, notices: [] };
}
