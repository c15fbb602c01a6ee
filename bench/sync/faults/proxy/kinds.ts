// Draws faults of requests by a seed, and counts them.
import type { Random } from "../../../../test/mock-server/sql/faults/random.ts";

/** Kinds of servers: with idempotency keys, without, without and with minimal answers as the guides allow, or with keys and results in another order. */
export type ServerKind = "keyed" | "keyless" | "terse" | "shuffled";

/** Kinds of faults. `before` and `after` say whether the server processed the request. */
type FaultKind = (typeof faultKinds)[number]["kind"];

/** A fault of one request. Altered and cut answers are the work of `change` of the proxy. */
export interface Fault {
  readonly kind: FaultKind | "altered" | "cut";
  /** Selects a variety, from 0 to 999. */
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
  { kind: "redirected_away", says: "301 to 308 to another origin" },
  { kind: "redirected_within", says: "301 to 308 within the origin" },
  { kind: "empty", says: "204 or an empty 200, and not done" },
  { kind: "empty_after", says: "204 or an empty 200, and done" },
  { kind: "shape", says: "200 with something else, and not done" },
  { kind: "shape_after", says: "200 with something else, and done" },
] as const;

/** Values of Retry-After as servers and proxies write them. A number stands for a date in so many seconds. */
export const retryAfters: readonly (string | number | null)[] = [
  null,
  "",
  "0",
  "1",
  "0.05",
  "007",
  "-1",
  "1, 2",
  "soon",
  "86400",
  "99999999999999999999",
  1,
  -60,
  3_600,
  "Tue, 31 Dec 2199 23:59:59 GMT",
  5_000_000_000,
];

/** Draws a fault or none; at most `most` in total, so that every run ends. */
export interface FaultPlan {
  draw(method: string | undefined): Fault | null;
}

/** Counts of faults by kind of server and method of the request. */
export interface FaultCounts {
  /** The count of one fault, or of all. */
  sum(method?: string, kind?: FaultKind): number;
  get(place: string, kind: FaultKind): number;
  add(place: string, kind: FaultKind): void;
}

/** Creates empty counts. */
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

/** Creates the plan of one run. About every second request gets a fault, the one that such requests have had least. */
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

/** True for a fault that a request can meet: a list has no transaction, and its request no body. */
export function fits(kind: Fault["kind"], method: string): boolean {
  return method === "POST" || !(kind.startsWith("die_in") || kind === "half_request");
}
