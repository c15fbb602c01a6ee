// What can go wrong between a run and its server, one request at a time; drawn by a seed and counted.
import type { Random } from "../../../test/mock-server/sql/faults/random.ts";

/** What a server offers: keys as the reference does, none, or none and answers as bare as the guides allow. */
export type ServerKind = "keyed" | "keyless" | "terse";

/** What happens to one request. `before` and `after` say whether the server did its work. */
type FaultKind = (typeof faultKinds)[number]["kind"];

/** A fault on its way to a request. */
export interface Fault {
  readonly kind: FaultKind;
  /** A number from 0 up to, but not including, 1,000: which of its varieties. */
  readonly variety: number;
}

export const faultKinds = [
  { kind: "refused", says: "connection refused" },
  { kind: "reset", says: "reset before the request was read" },
  { kind: "half_request", says: "reset in the request's body" },
  { kind: "answer_lost", says: "done, and the answer lost" },
  { kind: "answer_cut", says: "done, and the answer cut in its body" },
  { kind: "stall", says: "never answered, and not done" },
  { kind: "stall_after", says: "done and never answered" },
  { kind: "stall_in_answer", says: "done, and silence in the answer's body" },
  { kind: "die_before", says: "server killed before the transaction" },
  { kind: "die_in_sources", says: "server killed in it, source written" },
  { kind: "die_in_connections", says: "server killed in it, connections written" },
  { kind: "die_after", says: "server killed after the commit" },
  { kind: "too_many", says: "429, with every kind of Retry-After" },
  { kind: "unavailable", says: "503, with every kind of Retry-After" },
  { kind: "failed", says: "500, 502 or 504, and not done" },
  { kind: "gateway", says: "500, 502 or 504, and done" },
  { kind: "conflict", says: "409 with Retry-After" },
  { kind: "signed_out", says: "401" },
  { kind: "html", says: "200 with a page, and not done" },
  { kind: "html_after", says: "200 with a page, and done" },
  { kind: "redirected", says: "sent to a sign-in page" },
  { kind: "shape", says: "200 with something else, and not done" },
  { kind: "shape_after", says: "200 with something else, and done" },
] as const;

/** Seconds, dates, nothing, nonsense: what servers and proxies write. A date is given as seconds from now. */
export const retryAfters: readonly (string | number | null)[] = [
  ...[null, "", "0", "1", "0.05", "007", "-1", "1, 2", "soon", "86400", "99999999999999999999"],
  ...[1, -60, 3_600],
];

/** Draws a fault or none; at most `most` in all, so that every run comes to an end. */
export interface FaultPlan {
  draw(method: string | undefined): Fault | null;
  readonly drawn: number;
}

/** Makes the plan of one run. About every other request is met. */
export function createPlan(random: Random, most: number, counts: Map<string, number>): FaultPlan {
  let drawn = 0;
  return {
    get drawn() {
      return drawn;
    },
    draw(method) {
      const { kind } = faultKinds[random.below(faultKinds.length)] ?? faultKinds[0];
      const variety = random.below(1_000);
      if (random.below(2) === 0 || drawn >= most || !fits(kind, method)) return null;
      drawn += 1;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      return { kind, variety };
    },
  };
}

// A list is read without a transaction, and asked for without a body.
function fits(kind: FaultKind, method: string | undefined): boolean {
  return method === "POST" || !(kind.startsWith("die_in") || kind === "half_request");
}
