// Why a field has its column, or none, in words; and how sure that is, in one.
import type { FieldKey } from "../../contract/fields.ts";
import type { FieldSuggestion, MappingReason } from "../../csv/mapping/suggestion.ts";
import type { CsvTable } from "../../csv/table.ts";
import type { Review } from "../../importer/state.ts";
import type { Format } from "../messages/format.ts";
import type { Messages } from "../messages/messages.ts";

interface HowWords {
  readonly tag: "auto" | "guessed" | "you" | "remembered" | null;
  readonly reason: string;
}

/** The tag and the reason of one field. */
export function toHow(
  review: Review,
  field: FieldKey,
  columnNames: readonly string[],
  messages: Messages,
  format: Format,
): HowWords {
  const words = messages.mapping.reasons;
  const column = review.mapping[field];
  const suggestion = review.suggestion.fields[field];
  if (field === "name" && review.nameColumns) return { tag: "you", reason: messages.names.reason };
  if (review.manual.includes(field)) return { tag: "you", reason: column === null ? words.left : words.chosen };
  if (isRemembered(review, field)) {
    const reason = messages.memory.reason(format.date(review.remembered?.confirmedAt ?? 0));
    return { tag: column === null ? null : "remembered", reason };
  }
  // A column that was taken away leaves a reason behind that is no longer true.
  if (column === null && suggestion.column !== null) return { tag: null, reason: "" };
  const reason = toReason(suggestion, field, columnNames, messages, format);
  return { tag: column === null ? null : isDoubtful(suggestion) ? "guessed" : "auto", reason };
}

/** True where the field is fed as it was confirmed before; also for none, where a column is recognised. */
function isRemembered({ remembered, mapping, suggestion }: Review, field: FieldKey): boolean {
  if (!remembered || remembered.mapping[field] !== mapping[field]) return false;
  return mapping[field] !== null || suggestion.fields[field].column !== null;
}

/** True for a column that a person should look at: a guess, or a known name over values that do not look like it. */
export function isDoubtful({ how, confidence }: FieldSuggestion): boolean {
  return how !== "alias" || confidence < 0.5;
}

/** Further columns with a known name of this field. */
export function alternativesOf({ reason }: FieldSuggestion): readonly number[] {
  return "alternatives" in reason ? reason.alternatives : [];
}

function toReason(
  { reason, how, confidence }: FieldSuggestion,
  field: FieldKey,
  names: readonly string[],
  { mapping }: Messages,
  format: Format,
): string {
  const words = mapping.reasons;
  const nameOf = (columns: readonly number[]) => columns.map((column) => names[column] ?? "");
  switch (reason.code) {
    case "alias":
    case "known_name":
      if (how === "alias" && confidence < 0.5) return words.doubted(reason.header);
      return reason.alternatives.length > 0
        ? words.alternatives(nameOf(reason.alternatives), format)
        : words[reason.code];
    case "similar_name":
      return words.similar_name(reason.header);
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
    default:
      return words[reason.code];
  }
}

function shareOf({ matching, of }: Extract<MappingReason, { matching: number }>): number {
  return of === 0 ? 0 : matching / of;
}

export function toColumnNames({ headers }: CsvTable, { mapping }: Messages, format: Format): string[] {
  const counts = new Map<string, number>();
  for (const header of headers) counts.set(header, (counts.get(header) ?? 0) + 1);
  return headers.map((header, index) => {
    if (header.trim() === "") return mapping.unnamedColumn(index + 1, format);
    return counts.get(header) === 1 ? header : mapping.repeatedColumn(header, index + 1, format);
  });
}
