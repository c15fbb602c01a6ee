// Provides the files of the stories: samples of the demo, and special files.
import { toFile, toUtf8 } from "../../demo/samples/sample.ts";
import { samples } from "../../demo/samples/samples.ts";
import { demoUser } from "../../mock-server/index.ts";
import { userFields } from "../../src/contract/fields.ts";
import { stringify } from "../../src/csv/index.ts";
import { toWorkbookBytes } from "../../test/xlsx/workbook.ts";

const headers = userFields.map((field) => field.header);

/** A sample of the demo. */
export function sampleFile(fileName: string): File {
  const sample = samples.find((one) => one.fileName === fileName);
  if (!sample) throw new Error(`The demo has no sample ${fileName}.`);
  return toFile(sample);
}

/** The guide's own file: two users, all columns recognised. */
export function guideFile(): File {
  return sampleFile("guide-example.csv");
}

/** The first users of the sample export. */
export function exportFile(count: number, fileName = "export.csv"): File {
  return usersFile(
    Array.from({ length: count }, (_, index) => index),
    fileName,
  );
}

/** Ten users of that export that yield all five statuses in the realistic world. */
export function mixedFile(): File {
  return usersFile([0, 1, 2, 3, 4, 7, 15, 16, 41, 45], "export.csv");
}

function usersFile(indexes: readonly number[], fileName: string): File {
  const rows = indexes.map(demoUser).map((user) => userFields.map(({ key }) => user[key] ?? ""));
  return recordsFile([headers, ...rows], fileName);
}

/** Records as a CSV file. */
export function recordsFile(records: readonly (readonly string[])[], fileName = "users.csv"): File {
  return textFile(stringify(records, { bom: false }), fileName);
}

/** A text as a file, in UTF-8. */
export function textFile(text: string, fileName: string): File {
  return bytesFile(toUtf8(text), fileName);
}

/** Bytes as a file without a MIME type, as on Windows without Excel. */
export function bytesFile(bytes: Uint8Array<ArrayBuffer>, fileName: string): File {
  return new File([bytes], fileName);
}

/** A workbook whose user ids are numbers with this format. */
export function paddedFile(ids: readonly number[], format: string): File {
  const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const users = ids.map((id, index) => {
    const row = index + 2;
    return `<row r="${row}"><c r="A${row}" s="1"><v>${id}</v></c>${text(`B${row}`, `user${id}@example.com`)}</row>`;
  });
  const header = `<row r="1">${text("A1", "user_id")}${text("B1", "email")}</row>`;
  return bytesFile(toWorkbookBytes({ formats: [format], sheets: [{ rows: header + users.join("") }] }), "padded.xlsx");
}

/** A file over the limit of 64 MiB. */
export function hugeFile(): File {
  const line = "legacy_1001,user.one@example.com,User One,2024-01-10,2026-04-30\n";
  const megabyte = new Blob([line.repeat(Math.ceil(2 ** 20 / line.length))]);
  const header = `${headers.join(",")}\n`;
  return new File([header, ...Array.from({ length: 65 }, () => megabyte)], "everything.csv");
}

/** A file that was moved after it had been chosen: reading it fails. */
export function movedFile(): File {
  const gone = new Blob();
  gone.arrayBuffer = () => Promise.reject(new DOMException("The file is gone.", "NotFoundError"));
  const file = guideFile();
  file.slice = () => gone;
  return file;
}

/** A file on an unresponsive network drive: reading it never ends. */
export function sleepingFile(): File {
  const file = exportFile(2, "full-export.csv");
  const sleeping = new Blob();
  sleeping.arrayBuffer = () => new Promise(() => {});
  file.slice = () => sleeping;
  return file;
}
