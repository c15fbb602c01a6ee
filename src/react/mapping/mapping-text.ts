// Puts the mapping into words: reasons and certainty of each column, names of columns, and joined names.
import { type FieldKey, userFields } from "../../contract/fields.ts";
import { isDateField } from "../../contract/user.ts";
import type { FieldSuggestion, MappingReason, NameColumns } from "../../csv/mapping/suggestion.ts";
import { maxProofRows, type RepairProof } from "../../csv/rows/repairs.ts";
import type { CsvTable } from "../../csv/table.ts";
import { ownColumns } from "../../csv/text/headers.ts";
import { missingFields } from "../../importer/machine/import-run.ts";
import { emptyFields } from "../../importer/review/review-counts.ts";
import type { Review } from "../../importer/state.ts";
import type { CardTexts } from "../context/card-context.ts";

interface MappingReasonText {
  readonly tag: "auto" | "guessed" | "you" | "remembered" | null;
  readonly reason: string;
}

/** The tag and the reason of one field's column. */
export function toMappingReason(
  review: Review,
  field: FieldKey,
  columnNames: readonly string[],
  card: CardTexts,
): MappingReasonText {
  const { messages, format } = card;
  const words = messages.mapping.reasons;
  const column = review.mapping[field];
  const suggestion = review.suggestion.fields[field];
  // A known name says nothing for a required column without values.
  if (emptyFields(review).includes(field)) return { tag: null, reason: words.empty };
  if (field === "externalUserId" && review.idFromEmail) return { tag: "you", reason: messages.emailId.reason };
  if (field === "name" && review.nameColumns) return { tag: "you", reason: messages.names.reason };
  if (review.manual.includes(field)) return { tag: "you", reason: column === null ? words.left : "" };
  if (isRemembered(review, field)) {
    const reason = messages.memory.reason(format.date(review.remembered?.confirmedAt ?? 0));
    return { tag: column === null ? null : "remembered", reason };
  }
  // Once another field has taken the suggested column, the suggestion's reason no longer applies.
  if (column === null && suggestion.column !== null) return { tag: null, reason: "" };
  const current = isSettled(review, field) ? { ...suggestion, confidence: 1 } : suggestion;
  const reason = toSuggestionReason(current, field, columnNames, card);
  return { tag: column === null ? null : isUncertain(current) ? "guessed" : "auto", reason };
}

/** True once a person had the values of a known column repaired or converted: they fit now. */
function isSettled({ repairs, dateFormats, suggestion }: Review, field: FieldKey): boolean {
  if (suggestion.fields[field].how !== "alias") return false;
  if (field === "registrationDate" || field === "lastLoginDate") return dateFormats[field] !== undefined;
  return field === "email" && Boolean(repairs.email);
}

// True if the column is the confirmed one. No column counts too, if one would be suggested.
function isRemembered({ remembered, mapping, suggestion }: Review, field: FieldKey): boolean {
  if (!remembered || remembered.mapping[field] !== mapping[field]) return false;
  return mapping[field] !== null || suggestion.fields[field].column !== null;
}

// Below it, the values contradict the header.
const minCertainConfidence = 0.5;

/** True for a column that needs checking: a guess, or a known name whose values don't fit. */
function isUncertain({ how, confidence }: FieldSuggestion): boolean {
  return how !== "alias" || confidence < minCertainConfidence;
}

/**
 * True if nothing needs checking: the mapping was confirmed before, or all columns have known names and either all fields or all
 * columns are mapped.
 */
export function isRecognised(review: Review): boolean {
  const { suggestion, mapping, manual, table } = review;
  if (emptyFields(review).length > 0) return false;
  if (review.remembered && manual.length === 0) return missingFields(review).length === 0;
  const mapped = userFields.filter(({ key }) => mapping[key] !== null);
  const isComplete = mapped.length === userFields.length || mapped.length === ownColumns(table.headers).length;
  const isCertain = mapped.every(
    ({ key }) =>
      (isSettled(review, key) || !isUncertain(suggestion.fields[key])) &&
      alternativesOf(suggestion.fields[key]).length === 0,
  );
  return isComplete && missingFields(review).length === 0 && isCertain && manual.length === 0;
}

/** Other columns whose name is known for this field. */
function alternativesOf({ reason }: FieldSuggestion): readonly number[] {
  return "alternatives" in reason ? reason.alternatives : [];
}

function toSuggestionReason(
  { reason, how, confidence }: FieldSuggestion,
  field: FieldKey,
  names: readonly string[],
  { messages, format }: CardTexts,
): string {
  const words = messages.mapping.reasons;
  const header = "header" in reason ? toShort(reason.header) : "";
  const nameOf = (columns: readonly number[]) => columns.map((column) => names[column] ?? "");
  switch (reason.code) {
    case "alias":
    case "known_name":
      if (how === "alias" && confidence < minCertainConfidence) {
        return (isDateField(field) ? words.unreadDates : words.doubted)(header);
      }
      return reason.alternatives.length > 0
        ? words.alternatives(nameOf(reason.alternatives), format)
        : words[reason.code];
    case "similar_name":
      return words.similar_name(header);
    case "values":
      return words.values[field](shareOf(reason), format);
    case "unique_values":
      return words.unique_values(reason.of, format);
    case "date_order":
      return (field === "lastLoginDate" ? words.later : words.earlier)(shareOf(reason), format);
    case "usernames":
      return words.usernames(nameOf(reason.columns), format);
    case "ambiguous":
      return words.ambiguous(nameOf(reason.columns), format);
    case "doubtful_emails":
      return words.doubtful_emails[reason.doubt](nameOf(reason.columns), reason.matching, reason.of, format);
    case "unfit_values":
      return words.unfit_values[field](header);
    default:
      return words[reason.code];
  }
}

function shareOf({ matching, of }: Extract<MappingReason, { matching: number }>): number {
  return of === 0 ? 0 : matching / of;
}

/** The displayed name of each column: its header, numbered where headers repeat or are empty. */
export function toColumnNames({ headers }: CsvTable, { messages: { mapping }, format }: CardTexts): string[] {
  const shown = headers.map(toShort);
  const counts = new Map<string, number>();
  for (const header of shown) counts.set(header, (counts.get(header) ?? 0) + 1);
  return shown.map((header, index) => {
    if (header.trim() === "") return mapping.unnamedColumn(index + 1, format);
    return counts.get(header) === 1 ? header : mapping.repeatedColumn(header, index + 1, format);
  });
}

// Characters of a name that is still read as a name. A survey has whole questions there.
const maxNameLength = 60;

function toShort(header: string): string {
  if (header.length <= maxNameLength) return header;
  // Without the half of a letter that was cut in two.
  return `${header
    .slice(0, maxNameLength)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trim()}…`;
}

/** Columns that can be joined. `isKnown` is false for a mere default that was neither chosen nor recognised. */
interface JoinableColumns extends NameColumns {
  readonly isKnown: boolean;
}

/** The columns that are joined or offered; otherwise the first two unused columns. Null if there are fewer. */
export function toJoinable({ nameColumns, suggestion, table, mapping }: Review): JoinableColumns | null {
  const known = nameColumns ?? suggestion.nameColumns;
  if (known) return { ...known, isKnown: true };
  const used = new Set(Object.values({ ...mapping, name: null }));
  const columns = [...table.headers.keys()].filter((column) => !used.has(column)).slice(0, 2);
  return columns.length === 2 ? { columns, separator: " ", isKnown: false } : null;
}

/** The displayed names of the columns. */
export function toPartNames({ columns }: NameColumns, columnNames: readonly string[]): string[] {
  return columns.map((column) => columnNames[column] ?? "");
}

/** The first joined names of the table. */
export function toJoinedSamples(table: CsvTable, names: NameColumns, count: number): string[] {
  return toJoinedProof(table, names, count).map(({ to }) => to);
}

/** The first rows of the table with their parts, and with the joined name. */
export function toJoinedProof(
  table: CsvTable,
  { columns, separator }: NameColumns,
  count = maxProofRows,
): RepairProof[] {
  const proof: RepairProof[] = [];
  for (const { number, cells } of table.records) {
    const parts = columns.map((column) => cells[column]?.trim()).filter(Boolean);
    // Rows with all parts make better examples.
    if (parts.length === columns.length)
      proof.push({ row: number, from: parts.join(" | "), to: parts.join(separator) });
    if (proof.length === count) break;
  }
  return proof;
}

/** Puts a column (null: none) in this place. If it was in another place, the two columns are swapped. */
export function withPart(columns: readonly number[], place: number, column: number | null): number[] {
  if (column === null) return columns.filter((_, index) => index !== place);
  const before = columns[place];
  if (before === undefined) return [...columns.filter((one) => one !== column), column];
  const swapped = columns.map((one) => (one === column ? before : one));
  return [...swapped.slice(0, place), column, ...swapped.slice(place + 1)];
}
