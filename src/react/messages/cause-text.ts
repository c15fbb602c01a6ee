// Puts the causes of problems into words: their counts, and what most rows with problems have in common.
import { type LikelyCause, likelyCause, type ProblemCause } from "../../importer/review/problem-causes.ts";
import type { Review } from "../../importer/state.ts";
import type { CardTexts } from "../context/card-context.ts";
import { toColumnNames } from "../mapping/mapping-text.ts";

/** Counts of causes: "3,046 emails". */
export function toCauseTexts(causes: readonly (readonly [ProblemCause, number])[], card: CardTexts): string[] {
  return causes.map(([cause, count]) => card.messages.causes[cause](count, card.format));
}

// Longer values say no more.
const maxValueLength = 60;

/** What most rows with problems have in common; empty if they differ. */
export function toLikelyText(review: Review, card: CardTexts): string {
  const cause = likelyCause(review);
  return cause === null ? "" : toCauseText(cause, review, card);
}

function toCauseText({ code, field, column, row, value }: LikelyCause, review: Review, card: CardTexts): string {
  const { messages, format } = card;
  const words = messages.likely;
  const name = field === null ? "" : messages.fields[field];
  const header = column === null ? name : (toColumnNames(review.table, card)[column] ?? name);
  const shown = value.slice(0, maxValueLength);
  switch (code) {
    case "emptyColumn":
      return words.emptyColumn(header, name, format);
    case "noUserId":
    case "noEmail":
      return words.missing(header, name, row, format);
    case "email":
    case "date":
      return words[code](header, shown, row, format);
    case "shifted":
      return words.shifted(row);
    default:
      return words.other(header, row, format);
  }
}
