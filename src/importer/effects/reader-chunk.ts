// The code that reads a file, reviews it, checks it, sends it and remembers its mapping, as one chunk behind a dynamic import, so that a page shows the card without loading it.
export { suggestMapping } from "../../csv/mapping/suggest-mapping.ts";
export { loadExtras } from "../../csv/read/load-extras.ts";
export { readCsv } from "../../csv/read/read-csv.ts";
export { splitCsv } from "../../csv/read/split-csv.ts";
export { prepareRows, toImportRows } from "../../csv/rows/import-rows.ts";
export { transition } from "../machine/transition.ts";
export { findMerge } from "../review/corrected-file.ts";
export { editsManyRows } from "../review/long-edits.ts";
export {
  findRemembered,
  formatRemembered,
  parseRemembered,
  toRemembered,
  withRemembered,
} from "./remembered-mappings.ts";
export { checkUsers, sendUsers } from "./send-users.ts";
export { shareWhenIdle } from "./share-when-idle.ts";
