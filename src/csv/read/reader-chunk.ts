// Bundles the reader and its parser as one chunk, which is loaded with the first file.
export { readCsv } from "./read-csv.ts";
export { splitCsv } from "./split-csv.ts";
