// Command line: `npm run bench:workbooks` reads the corpus of Excel workbooks, and prints what is found and how long it takes.
import process from "node:process";
import { corpus } from "../test/xlsx/corpus.ts";
import { readCorpusWorkbook } from "../test/xlsx/read-corpus.ts";

const rounds = 5;

let right = 0;
console.log("| Workbook | Bytes | Read or refused as wanted | Fastest of 5, in ms |\n|---|---|---|---|");
for (const workbook of corpus) {
  const times: number[] = [];
  let found: unknown;
  for (let round = 0; round < rounds; round += 1) {
    const begin = performance.now();
    found = await readCorpusWorkbook(workbook);
    times.push(performance.now() - begin);
  }
  const wanted = { found: workbook.wanted, notices: workbook.notices ?? [] };
  const isRight = JSON.stringify(found) === JSON.stringify(wanted);
  if (isRight) right += 1;
  const verdict = isRight ? "yes" : `no: ${JSON.stringify(found)}`;
  console.log(`| ${workbook.name} | ${workbook.bytes.length} | ${verdict} | ${Math.min(...times).toFixed(1)} |`);
}
console.log(`\n${right} of ${corpus.length} workbooks as wanted.`);
process.exitCode = right === corpus.length ? 0 : 1;
