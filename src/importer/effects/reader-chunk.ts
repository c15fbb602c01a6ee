// What reads a file and remembers its mapping, behind one dynamic import: a part of its own, which a page with the card need not load to show it.
export { suggestMapping } from "../../csv/mapping/suggest-mapping.ts";
export { readCsv } from "../../csv/read/read-csv.ts";
export { toReadReport } from "../../csv/read/read-report.ts";
export { splitCsv } from "../../csv/read/split-csv.ts";
export {
  findRemembered,
  formatRemembered,
  parseRemembered,
  toRemembered,
  withRemembered,
} from "./remembered-mappings.ts";
