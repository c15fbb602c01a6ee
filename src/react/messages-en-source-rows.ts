// The English words about the rows of a saved source.
import type { Format } from "./format.ts";

export const englishSourceRows = {
  sourceRows: {
    toggle: "Row results",
    region: (name: string) => `Row results of ${name}`,
    caption: (name: string) => `Rows of ${name}`,
    filter: "Show results",
    place: "No.",
    loading: "Loading the rows…",
    loaded: (rows: number, format: Format) =>
      format.count(rows, { one: "# row is loaded", other: "# rows are loaded" }),
    part: (rows: number, format: Format) =>
      `Only the first ${format.count(rows, { one: "row is", other: "# rows are" })} loaded: search and sorting know no others yet.`,
    more: "Load more rows",
    empty: "The server kept no rows of this import.",
    none: "The server has no rows of this import. It was made before rows were kept, or it was deleted elsewhere.",
    failed: "The rows could not be loaded.",
    retry: "Load the rows again",
    refresh: "Load the list again",
  },
};
