// The English words about mappings that are remembered from file to file.
import type { Format } from "./format.ts";

export const englishMemory = {
  memory: {
    tag: "remembered",
    reason: (day: string) => `as you confirmed it on ${day}`,
    note: (day: string) => `Mapping remembered from ${day}`,
    forget: "Forget",
    heading: (count: number, format: Format) => `Remembered mappings (${format.number(count)})`,
    about:
      "For the next file with the same column names. Kept are the positions of the columns and the source name; no column names, no values, no rows.",
    none: "Nothing is remembered. A mapping that you decide about is remembered when you start the import.",
    list: "Remembered mappings",
    entry: (name: string, day: string, format: Format) => `${format.strong(name)}, confirmed on ${day}`,
    column: (field: string, column: number, format: Format) => `${field}: column ${format.number(column)}`,
    joined: (field: string, columns: readonly number[], format: Format) =>
      `${field}: columns ${format.list(columns.map(format.number))}`,
    forgetAll: "Forget all",
  },
};
