// Suggests which column feeds which field, and why.
import { type FieldKey, fieldKeys } from "../../contract/fields.ts";
import type { CsvTable } from "../table.ts";
import { isBlank } from "../text/cells.ts";
import { ownColumns, toComparableHeader } from "../text/headers.ts";
import type { Candidate } from "./candidate.ts";
import { findCandidates } from "./candidates.ts";
import { guessFields } from "./guess-without-header.ts";
import { familyFirst } from "./header-dictionary.ts";
import { commonPrefix, type KnownHeader, knownHeader, withoutPrefix } from "./known-headers.ts";
import { needsLanguages, withWords } from "./languages/words-in-use.ts";
import type {
  ExtraAliases,
  FieldSuggestion,
  MappingOptions,
  MappingReason,
  MappingSuggestion,
  NameColumns,
} from "./suggestion.ts";

/**
 * Suggests which column feeds which field, for all columns at once: by known headers, by what the cells hold, and by similar
 * words only where the cells fit.
 *
 * A header that merely shares a word with a field stays unmapped: "Company Name" is not a person's name.
 *
 * Headers in languages other than English are recognised once their words are loaded: `readCsv` does that for each file that
 * has such headers.
 */
export function suggestMapping(table: CsvTable, options: MappingOptions = {}): MappingSuggestion {
  return withWords(needsLanguages(table.headers) ? "all" : "english", () => suggest(table, options));
}

function suggest(table: CsvTable, options: MappingOptions): MappingSuggestion {
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
  for (const key of fieldKeys) {
    const reason = found.has(key) ? null : toOpenReason(key, candidates);
    if (reason) found.set(key, { ...notFound, reason });
  }
  return found;
}

// Why a field has no column, though some may be the one; null where none is.
function toOpenReason(key: FieldKey, candidates: readonly Candidate[]): MappingReason | null {
  const all = candidates.filter((one) => one.key === key);
  const [first] = all.filter(({ how, reason }) => how === "none" && /^(?:unfit_values|ambiguous)$/.test(reason.code));
  const open = all.filter(({ how }) => how !== "none");
  const columns = [...new Set(open.map(({ column }) => column))].sort((a, b) => a - b);
  const [only] = open;
  if (!only || (key !== "email" && key !== "externalUserId")) return first?.reason ?? null;
  if (key === "externalUserId") return { code: "usernames", columns };
  const { reason } = only;
  return reason.code === "doubtful_emails" ? { ...reason, columns } : { code: "ambiguous", columns };
}

function withAlternatives({ key, column, reason }: Candidate, candidates: readonly Candidate[]): MappingReason {
  if (reason.code !== "alias" && reason.code !== "known_name") return reason;
  const others = candidates.filter((other) => other.key === key && other.how === "alias" && other.column !== column);
  return { ...reason, alternatives: [...new Set(others.map((other) => other.column))] };
}

function toRecord<Value>(choose: (key: FieldKey) => Value): Record<FieldKey, Value> {
  return Object.fromEntries(fieldKeys.map((key) => [key, choose(key)])) as Record<FieldKey, Value>;
}

// Each field competes with at most four others for columns, so its fifth best column is always enough.
const maxColumnsPerField = 5;

// The best of all combinations of candidates (given best first), with one column per field and one field per column.
function assignColumns(candidates: readonly Candidate[]): Candidate[] {
  const perField = fieldKeys.map((key) => bestOf(key, candidates));
  let best: { total: number; chosen: readonly Candidate[] } = { total: 0, chosen: [] };
  const choose = (field: number, chosen: readonly Candidate[], total: number): void => {
    const choices = perField[field];
    if (!choices) {
      if (total > best.total) best = { total, chosen };
      return;
    }
    for (const candidate of choices) {
      if (chosen.some(({ column }) => column === candidate.column)) continue;
      choose(field + 1, [...chosen, candidate], total + candidate.score);
    }
    choose(field + 1, chosen, total);
  };
  choose(0, [], 0);
  return [...best.chosen];
}

function bestOf(key: FieldKey, candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter((candidate) => candidate.key === key && candidate.score > 0).slice(0, maxColumnsPerField);
}

/** The columns that hold parts of names. */
interface NameParts {
  /** Columns with the header of a full name that hold half of one: "Name" beside "Vorname". */
  readonly halves: readonly number[];
  readonly columns: NameColumns | null;
}

// Finds the columns of first and last names, and those of full names that hold only half of one.
function findNameParts(table: CsvTable): NameParts {
  const prefix = commonPrefix(ownColumns(table.headers).map(({ header }) => header));
  const headers = table.headers.slice(0, 1000).map((header, column) => {
    return { column, known: knownHeader(header) ?? knownHeader(withoutPrefix(header, prefix)) };
  });
  const columnOf = (kind: KnownHeader["kind"]) => headers.find(({ known }) => known?.kind === kind)?.column ?? null;
  const [first, last] = [columnOf("firstName"), columnOf("lastName")];
  const other = first ?? last;
  if (other === null) return { halves: [], columns: null };
  const bare = headers.filter(({ known }) => known?.kind === "name" && known.bare);
  const halves = bare.filter(({ column, known }) => isHalf(table, column, other, known?.guide === true));
  const half = halves[0]?.column ?? null;
  return {
    halves: halves.map(({ column }) => column),
    columns: toColumns(table, first ?? half, last ?? half),
  };
}

// A full name contains the other half. Without any rows, only the guide's own "name" counts as a full one.
function isHalf({ records }: CsvTable, column: number, other: number, guide: boolean): boolean {
  const pairs = records.slice(0, 200).flatMap(({ cells }) => {
    const [name, part] = [cells[column]?.trim() ?? "", cells[other]?.trim() ?? ""];
    return name === "" || part === "" ? [] : [name.toLowerCase().includes(part.toLowerCase())];
  });
  if (pairs.length === 0) return !guide;
  return pairs.filter(Boolean).length < pairs.length / 2;
}

function toColumns({ headers }: CsvTable, first: number | null, last: number | null): NameColumns | null {
  if (first === null || last === null || first === last) return null;
  const family = toComparableHeader(headers[last] ?? "");
  const isFamilyFirst = familyFirst.split(" ").some((name) => family.endsWith(toComparableHeader(name)));
  const isJapanese = headers.some((header) => /[\u3040-\u30FF]|氏名/.test(header));
  const isJoined = isFamilyFirst && /^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(family) && !isJapanese;
  return { columns: isFamilyFirst ? [last, first] : [first, last], separator: isJoined ? "" : " " };
}
