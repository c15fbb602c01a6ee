// Draws the faults of one run of the card by a seed: those of the sync harness, altered answers, and cuts.
import type { Random } from "../../test/mock-server/sql/faults/random.ts";
import type { Forged } from "../sync/faults/proxy/forged.ts";
import { type Fault, faultKinds, fits, retryAfters, type ServerKind } from "../sync/faults/proxy/kinds.ts";
import { mutations } from "../sync/faults/proxy/mutations.ts";

/** Counts of faults by method and name. */
export type FaultTally = Map<string, number>;

/** One fault to draw. */
export interface NamedFault {
  readonly name: string;
  readonly fault: Fault["kind"];
}

const altered: readonly NamedFault[] = Object.keys(mutations).map((name) => ({ name, fault: "altered" }));

/** Every fault by name. A page can't be refused a connection by its proxy. */
export const namedFaults: readonly NamedFault[] = [
  ...faultKinds.filter(({ kind }) => kind !== "refused").map(({ kind, says }) => ({ name: says, fault: kind })),
  { name: "done, and the answer cut at any tenth byte", fault: "cut" },
  ...altered,
];

/** The faults of one run. */
export interface CardPlan {
  /** The fault of the next request, or none. */
  draw(method: string): Fault | null;
  /** Alters or cuts the answer, if that is the fault. */
  change(answer: Forged, fault: Fault | null): Forged;
}

export interface CardPlanOptions {
  readonly random: Random;
  readonly kind: ServerKind;
  /** The most faults, so that every run ends. */
  readonly most: number;
  readonly tally: FaultTally;
  /** An answer to other people. */
  readonly earlier: Forged | null;
}

/** Creates the plan of one run: three of four writes and one of four reads get the fault that their method has had least. */
export function createCardPlan({ random, kind, most, tally, earlier }: CardPlanOptions): CardPlan {
  let drawn = 0;
  return {
    draw(method) {
      const fitting = namedFaults.filter((one) => fitsCard(one, method, kind));
      const least = Math.min(...fitting.map(({ name }) => tally.get(`${method} ${name}`) ?? 0));
      const rare = fitting.filter(({ name }) => (tally.get(`${method} ${name}`) ?? 0) === least);
      const { name, fault } = rare[random.below(rare.length)] ?? namedFaults[0] ?? { name: "", fault: "reset" };
      const variety = drawVariety(random, name, fault);
      if ((random.below(4) === 0) !== (method === "GET") || drawn >= most) return null;
      drawn += 1;
      tally.set(`${method} ${name}`, least + 1);
      return { kind: fault, variety };
    },
    change(answer, fault) {
      if (fault?.kind === "cut") return cut(answer, fault.variety);
      const [, alter] = (fault?.kind === "altered" && Object.entries(mutations)[fault.variety]) || [];
      return alter && isImport(answer) ? alter(answer, random, earlier) : answer;
    },
  };
}

// Altered are the answers to an import. A terse one has little to alter.
function fitsCard({ fault }: NamedFault, method: string, kind: ServerKind): boolean {
  if (fault === "altered") return method === "POST" && kind !== "terse";
  return fault === "cut" || fits(fault, method);
}

function drawVariety(random: Random, name: string, fault: Fault["kind"]): number {
  if (fault === "altered") return Object.keys(mutations).indexOf(name);
  for (;;) {
    const variety = random.below(1_000);
    if ((fault !== "too_many" && fault !== "unavailable") || isShort(variety)) return variety;
  }
}

// What the card waits for: up to an hour, which nobody can spend here. Longer ones it only tells.
function isShort(variety: number): boolean {
  const value = retryAfters[variety % retryAfters.length];
  return value !== "007" && value !== 3_600;
}

function cut(answer: Forged, variety: number): Forged {
  const tenths = Math.ceil(Buffer.from(answer.body).length / 10);
  const at = 10 * (Math.floor(variety / 2) % Math.max(1, tenths));
  return variety % 2 === 0 ? { ...answer, cutAt: at } : { ...answer, body: answer.body.slice(0, at) };
}

function isImport({ status, body }: Forged): boolean {
  return status === 200 && body.includes('"results"') && body.includes('"counters"');
}
