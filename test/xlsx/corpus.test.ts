// Every workbook of the corpus is read, or refused, as its program and its form ask for.
import { expect, test } from "vitest";
import { corpus } from "./corpus.ts";
import { readCorpusWorkbook } from "./read-corpus.ts";

test.for(corpus.map((workbook) => [workbook.name, workbook] as const))("%s", async ([, workbook]) => {
  expect(await readCorpusWorkbook(workbook)).toEqual({ found: workbook.wanted, notices: workbook.notices ?? [] });
});
