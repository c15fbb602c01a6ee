// Which column feeds which field, and why.
import { type FieldKey, fieldKeys } from "../../contract/fields.ts";
import type { CsvTable } from "../table.ts";
import { isBlank } from "../text/cells.ts";
import { assignColumns } from "./assign.ts";
import { type Candidate, findCandidates } from "./candidates.ts";
import { guessFields } from "./guess-without-header.ts";
import { findNameParts } from "./name-parts.ts";
import type { ExtraAliases, FieldSuggestion, MappingOptions, MappingReason, MappingSuggestion } from "./suggestion.ts";

/**
 * Suggests which column feeds which field, all columns at once: by known header names, by what the cells hold, and by similar
 * words only where the cells agree.
 *
 * A header that only shares a word with a field stays unmapped: "Company Name" is nobody's name.
 */
export function suggestMapping(table: CsvTable, options: MappingOptions = {}): MappingSuggestion {
  const { hasHeader } = table.dialect;
  const parts = hasHeader ? findNameParts(table) : null;
  const found = hasHeader ? matchHeaders(table, options.aliases ?? {}, parts?.halves ?? []) : guessFields(table);
  const fields = toRecord((key) => found.get(key) ?? notFound);
  const mapping = toRecord((key) => fields[key].column);
  const used = new Set(Object.values(mapping));
  const nameColumns = isEmpty(table, mapping.name) ? (parts?.columns ?? null) : null;
  return { mapping, fields, ignored: [...table.headers.keys()].filter((column) => !used.has(column)), nameColumns };
}

function isEmpty({ records }: CsvTable, column: number | null): boolean {
  return column === null || (records.length > 0 && records.every(({ cells }) => isBlank(cells[column] ?? "")));
}

const notFound: FieldSuggestion = { column: null, how: "none", confidence: 0, reason: { code: "no_match" } };

function matchHeaders(
  table: CsvTable,
  aliases: ExtraAliases,
  halves: readonly number[],
): Map<FieldKey, FieldSuggestion> {
  const candidates = findCandidates(table, aliases, halves);
  const found = new Map<FieldKey, FieldSuggestion>();
  for (const chosen of assignColumns(candidates)) {
    const { key, column, how, confidence } = chosen;
    found.set(key, { column, how, confidence, reason: withAlternatives(chosen, candidates) });
  }
  const offered = (key: FieldKey) => candidates.filter((other) => other.key === key).map(({ column }) => column);
  const [emails, ids] = [offered("email"), offered("externalUserId")];
  if (!found.has("email") && emails.length > 1) {
    found.set("email", { ...notFound, reason: { code: "ambiguous", columns: emails } });
  }
  if (!found.has("externalUserId") && ids.length > 0) {
    found.set("externalUserId", { ...notFound, reason: { code: "usernames", columns: ids } });
  }
  return found;
}

function withAlternatives({ key, column, reason }: Candidate, candidates: readonly Candidate[]): MappingReason {
  if (reason.code !== "alias" && reason.code !== "known_name") return reason;
  const others = candidates.filter((other) => other.key === key && other.how === "alias" && other.column !== column);
  return { ...reason, alternatives: [...new Set(others.map((other) => other.column))] };
}

function toRecord<Value>(choose: (key: FieldKey) => Value): Record<FieldKey, Value> {
  return Object.fromEntries(fieldKeys.map((key) => [key, choose(key)])) as Record<FieldKey, Value>;
}
