// Reads every workbook of the corpus, and compares with what its program meant, or with the refusal that it deserves.
import { expect, test } from "vitest";
import { corpus } from "./corpus.ts";
import { readCorpusWorkbook } from "./read-corpus.ts";

test.for(corpus.map((workbook) => [workbook.name, workbook] as const))("%s", async ([, workbook]) => {
  expect(await readCorpusWorkbook(workbook)).toEqual({ found: workbook.wanted, notices: workbook.notices ?? [] });
});
