// What assistive technology is told when nothing visible is in the status line: reading, read, finished.
import { missingFields } from "../../importer/machine/start-blockers.ts";
import { reviewCounts } from "../../importer/review/review-counts.ts";
import type { ImporterState, ImportReport } from "../../importer/state.ts";
import { toFailureWords } from "../messages/failure-text.ts";
import type { Format } from "../messages/format.ts";
import type { Messages } from "../messages/messages.ts";
import { toStatusCounts } from "../result/status-counts.ts";
import { toCorrectionText } from "./correction-words.ts";

export function toAnnouncement(state: ImporterState, messages: Messages, format: Format): string {
  const words = messages.progress;
  switch (state.status) {
    case "reading":
      return `${words.reading(state.file.name)}, ${words.readingShare(toQuarter(state.share), format)}`;
    case "reviewing": {
      const correction = toCorrectionText(state.review, messages, format);
      if (correction !== null) return correction;
      const { all, problems } = reviewCounts(state.review);
      // Without a required column every row has the same problem, which is none of the row.
      if (missingFields(state.review).length === 0) return words.read(all, problems, format);
      return `${words.read(all, null, format)}. ${messages.mapping.missing}`;
    }
    case "failed":
      return toFailureWords(state.failure.code, messages).title;
    case "finished":
      return words.finished(toSummary(state.report, messages, format));
    default:
      return "";
  }
}

/** The statuses that occurred, with their counts: "6,204 imported, 12 invalid row". */
function toSummary(report: ImportReport, messages: Messages, format: Format): string {
  const parts = toStatusCounts(report, messages)
    .filter(({ count }) => count > 0)
    .map(({ count, label }) => `${format.number(count)} ${label}`);
  return format.list(parts);
}

// Said at every 25 % only.
function toQuarter(share: number): number {
  return Math.floor(share * 4) / 4;
}
