// Turns headers, rows and a match into an outcome, in the same way for every importer.
import type { Outcome, Values } from "../case.ts";
import { fieldKeys } from "../case.ts";
import type { Matched } from "./aliases.ts";

export function outcomeOf(rows: readonly (readonly string[])[], mapping: Matched, delimiter: string | null): Outcome {
  return {
    delimiter,
    mapping,
    nameColumns: null,
    converted: {},
    told: [],
    rows: rows.map((row) => {
      const values: Values = {};
      for (const key of fieldKeys) {
        const column = mapping[key];
        if (column !== null) values[key] = row[column] ?? "";
      }
      return values;
    }),
  };
}
