// Makes the review of a small file, for a view to practise its first screen with.
import { suggestMapping } from "../../csv/mapping/suggest-mapping.ts";
import { readCsv } from "../../csv/read/read-csv.ts";
import { template } from "../../csv/write/template.ts";
import { toIdle, toReading } from "../machine/before-review.ts";
import { transition } from "../machine/transition.ts";
import type { Review } from "../state.ts";
import { idleToPractise } from "./load-reader.ts";

let isTaken = false;

/**
 * The review, once the browser is idle; null for every other call on the page, where nothing is practised, and once the signal
 * is aborted, which leaves the review to the next call.
 */
export async function takePracticeReview(signal: AbortSignal): Promise<Review | null> {
  if (!(await idleToPractise()) || signal.aborted || isTaken) return null;
  isTaken = true;
  const content = new Blob([practiceText()]);
  const read = await readCsv(content);
  if (!read.ok) return null;
  const { table } = read;
  const reading = toReading(toIdle(""), { name: "practice.csv", size: content.size, content });
  const state = transition(reading, { type: "fileRead", table, suggestion: suggestMapping(table) });
  // Rendering is a task of its own, and the page may have something to do by now.
  await idleToPractise();
  return state.status === "reviewing" && !signal.aborted ? state.review : null;
}

// Enough rows for a second page. Two of those that are shown have problems, which the screen tells and offers to repair.
const rowCount = 60;

function practiceText(): string {
  const [header = ""] = template().split("\r\n");
  const rows = Array.from({ length: rowCount }, (_, at) => {
    const sign = at === 3 ? " at " : "@";
    const day = at === 4 ? "31/12/2019" : `2024-01-${10 + (at % 20)}`;
    return `user_${at},user.${at}${sign}example.com,User Name,${day},2026-04-30T18:21:00Z\r\n`;
  });
  return `${header}\r\n${rows.join("")}`;
}
