// The names of the months, in the languages whose headers we know.
import { toComparableHeader } from "./normalize-header.ts";

const languages = ["en", "de", "fr", "es", "pt", "it", "nl", "pl"];

let months: Map<string, number> | undefined;

/** The month (1 to 12) that a name or its short form means; null for any other word. */
export function monthOf(name: string): number | null {
  if (name === "") return null;
  months ??= readMonths();
  return months.get(toComparableHeader(name)) ?? null;
}

// The platform knows them; a table of our own would be larger than the rest of this folder's words.
function readMonths(): Map<string, number> {
  const found = new Map([["sept", 9]]);
  for (const language of languages) {
    for (const month of ["long", "short"] as const) {
      const format = new Intl.DateTimeFormat(language, { day: "numeric", month, timeZone: "UTC" });
      for (let index = 0; index < 12; index += 1) {
        const part = format.formatToParts(Date.UTC(2024, index, 15)).find(({ type }) => type === "month");
        const name = toComparableHeader(part?.value ?? "");
        if (name !== "" && !found.has(name)) found.set(name, index + 1);
      }
    }
  }
  return found;
}
