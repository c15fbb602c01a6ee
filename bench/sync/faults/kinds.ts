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
}

/** How often each fault was met, by the kind of the server and the method of the request. */
export interface FaultCounts {
  /** Of one fault; of all where none is said. */
  sum(method?: string, kind?: FaultKind): number;
  get(place: string, kind: FaultKind): number;
  add(place: string, kind: FaultKind): void;
}

/** Counts nothing yet. */
export function createFaultCounts(): FaultCounts {
  const counts = new Map<string, number>();
  const toKey = (place: string, kind: FaultKind) => `${place} ${kind}`;
  return {
    sum(method = "", kind) {
      const fitting = [...counts].filter(([key]) => key.includes(method) && (!kind || key.endsWith(` ${kind}`)));
      return fitting.reduce((all, [, count]) => all + count, 0);
    },
    get: (place, kind) => counts.get(toKey(place, kind)) ?? 0,
    add: (place, kind) => void counts.set(toKey(place, kind), (counts.get(toKey(place, kind)) ?? 0) + 1),
  };
}

/** Makes the plan of one run. About every other request is met, by a fault that its like has met least. */
export function createPlan(random: Random, server: ServerKind, most: number, counts: FaultCounts): FaultPlan {
  let drawn = 0;
  return {
    draw(method = "GET") {
      const place = `${server} ${method}`;
      const fitting = faultKinds.map(({ kind }) => kind).filter((kind) => fits(kind, method));
      const least = Math.min(...fitting.map((kind) => counts.get(place, kind)));
      const rare = fitting.filter((kind) => counts.get(place, kind) === least);
      const kind = rare[random.below(rare.length)] ?? "refused";
      const variety = random.below(1_000);
      if (random.below(2) === 0 || drawn >= most) return null;
      drawn += 1;
      counts.add(place, kind);
      return { kind, variety };
    },
  };
}

// A list is read without a transaction, and asked for without a body.
function fits(kind: FaultKind, method: string): boolean {
  return method === "POST" || !(kind.startsWith("die_in") || kind === "half_request");
}
