// Restates the matching rules of three React importers, because none of them exports its own. All read by PapaParse as UTF-8
// with the first row as header (the row that their header steps begin with), and get the guide's names where they take any.
import Papa from "papaparse";
import type { FieldKey, Reader } from "../case.ts";
import { fieldKeys } from "../case.ts";
import type { Matched } from "./aliases.ts";
import { guideAliases, matchedBy } from "./aliases.ts";
import { likeness } from "./distance.ts";
import { outcomeOf } from "./outcome.ts";

/** react-csv-importer 0.8.1: a header equal to the field's label, any case; of equal headers the last. */
export const reactCsvImporter = importer("react-csv-importer", (headers) =>
  matchedBy((key) => headers.map((header) => header.trim().toLowerCase()).lastIndexOf(guideAliases[key][0] ?? "")),
);

/** hello-csv 0.4.4: a header equal to the id or a suggested keyword, any case, without `_`, blank, `.`, `-`, `/`. */
export const helloCsv = importer("hello-csv", (headers) => {
  const bare = (text: string) => text.toLowerCase().replace(/[_ .\-/]/g, "");
  return matchedBy((key) => {
    const names = guideAliases[key].map(bare);
    return headers.findIndex((header) => names.includes(bare(header)));
  });
});

/** csv-import-react 1.0.18: a suggested name, any case; else any word of the header over 90 % alike to a word of the key. */
export const csvImportReact = importer("csv-import-react", (headers) => {
  const used = new Set<FieldKey>();
  const owners = headers.map((header) => {
    const suggested = fieldKeys.find((key) =>
      guideAliases[key].some((alias) => alias.toLowerCase() === header.toLowerCase()),
    );
    const owner =
      suggested ?? fieldKeys.find((key) => !used.has(key) && wordsAlike(guideAliases[key][0] ?? "", header));
    if (owner) used.add(owner);
    return owner;
  });
  return matchedBy((key) => owners.indexOf(key));
});

function wordsAlike(key: string, header: string): boolean {
  const words = header.toLowerCase().split(" ");
  return key.split("_").some((part) => words.some((word) => likeness(part, word) > 0.9));
}

function importer(name: string, match: (headers: readonly string[]) => Matched): Reader {
  return {
    name,
    judgeOffers: false,
    async read(bytes) {
      const text = new TextDecoder().decode(bytes);
      const { data, meta } = Papa.parse<string[]>(text);
      const rows = data.filter((row) => row.some((cell) => cell.trim() !== ""));
      const [headers, ...rest] = rows;
      if (!headers || rest.length === 0) return { refusal: "no rows" };
      return outcomeOf(rest, match(headers), meta.delimiter);
    },
  };
}
