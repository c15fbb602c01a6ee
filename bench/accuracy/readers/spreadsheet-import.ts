// react-spreadsheet-import 4.7.1: the nearest header within two edits of a field's key or alternate names, case counting.
import Papa from "papaparse";
import type { FieldKey, Reader } from "../case.ts";
import { fieldKeys } from "../case.ts";
import type { Matched } from "./aliases.ts";
import { guideAliases, matchedBy } from "./aliases.ts";
import { distance } from "./distance.ts";
import { outcomeOf } from "./outcome.ts";

const reach = 2;

/** Its rule restated, over a table that PapaParse read: its own reader comes with its package. */
export const spreadsheetImport: Reader = {
  name: "react-spreadsheet-import",
  judgeOffers: false,
  async read(bytes) {
    const { data, meta } = Papa.parse<string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: true });
    const [headers, ...rows] = data;
    if (!headers || rows.length === 0) return { refusal: "no rows" };
    return outcomeOf(rows, nearest(headers), meta.delimiter);
  },
};

function nearest(headers: readonly string[]): Matched {
  const owners: (FieldKey | null)[] = [];
  for (const header of headers) {
    const owner = ownerOf(header);
    const rival = owner ? owners.indexOf(owner) : -1;
    if (owner && rival >= 0) {
      // Of two headers for one field the one nearer to the field's key stays.
      const key = guideAliases[owner][0] ?? "";
      if (distance(key, headers[rival] ?? "") < distance(key, header)) {
        owners.push(null);
        continue;
      }
      owners[rival] = null;
    }
    owners.push(owner);
  }
  return matchedBy((key) => owners.indexOf(key));
}

function ownerOf(header: string): FieldKey | null {
  const away = (key: FieldKey) => Math.min(...guideAliases[key].map((alias) => distance(alias, header)));
  const [best] = [...fieldKeys].sort((left, right) => away(left) - away(right));
  return best && away(best) <= reach ? best : null;
}
