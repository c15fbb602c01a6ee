// Bundles the reader and its parser as one chunk, which is loaded with the first file.

export { findDamagedIds } from "../rows/damaged-ids.ts";
export { findNearDomains } from "../rows/near-domains.ts";
export { findEmptyTexts } from "../rows/null-texts.ts";
export { findRepairs } from "../rows/repairs.ts";
export { loadExtras, loadMapping } from "./load-extras.ts";
export { readCsv } from "./read-csv.ts";
export { splitCsv } from "./split-csv.ts";

/** Loads the search for emails that belong to nobody, which reading does not need; null if the page can't. */
export async function loadUnreachableSearch() {
  return import("../rows/unreachable-emails.ts").catch(() => null);
}
