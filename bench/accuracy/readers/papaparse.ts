// PapaParse as its first example uses it: UTF-8 text, first row as header, headers looked up among the guide's names.
import Papa from "papaparse";
import type { Reader } from "../case.ts";
import { guideAliases, matchedBy } from "./aliases.ts";
import { outcomeOf } from "./outcome.ts";

export const papaparse: Reader = {
  name: "PapaParse",
  judgeOffers: false,
  async read(bytes) {
    const text = new TextDecoder().decode(bytes);
    const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    const headers = meta.fields ?? [];
    if (data.length === 0) return { refusal: "no rows" };
    const mapping = matchedBy((key) => {
      const names = guideAliases[key].map((alias) => alias.toLowerCase());
      return headers.findIndex((header) => names.includes(header.toLowerCase()));
    });
    return outcomeOf(
      data.map((row) => headers.map((header) => row[header] ?? "")),
      mapping,
      meta.delimiter,
    );
  },
};
