// What turns a file into records, with the parser in it: loaded as one part when the first file comes.
export { readCsv } from "./read-csv.ts";
export { splitCsv } from "./split-csv.ts";
