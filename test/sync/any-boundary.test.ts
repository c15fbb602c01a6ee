// Interrupts runs at random places and resumes them until done: the result must equal that of an undisturbed run.
import fc from "fast-check";
import { expect, test } from "vitest";
import { createMemoryCheckpoint } from "../../src/sync/checkpoint/checkpoint.ts";
import type { UserOutcome } from "../../src/sync/report/outcome.ts";
import type { Fate, ReferenceOptions } from "../client/reference-server.ts";
import { connectedEmails, run, setUpSite, sourceNames, toUsers } from "./site.ts";

type Fault = "lost" | "unheard" | "gateway" | "abort" | "none";
const fault = fc.constantFrom<Fault>("lost", "unheard", "gateway", "abort", "none", "none");

const keyed = { extensions: undefined, retry: fc.boolean() };
const keyless = { extensions: [] as const, retry: fc.constant(false) };

test.each([
  ["with idempotency keys", keyed],
  ["that knows only the guides", keyless],
])("against a server %s", async (_, { extensions, retry }) => {
  const property = fc.asyncProperty(
    fc.array(fault, { maxLength: 12 }),
    fc.integer({ min: 0, max: 23 }),
    fc.integer({ min: 1, max: 12 }),
    retry,
    async (faults, count, batchSize, mayRetry) => {
      let controller = new AbortController();
      const fate: ReferenceOptions["fate"] = (method): Fate => {
        const met = method === "POST" ? faults.shift() : undefined;
        if (met === "gateway") return new Response("", { status: 504 });
        if (met === "abort") controller.abort(new Error("stopped"));
        return met === "lost" || met === "unheard" ? met : undefined;
      };
      const more = mayRetry ? {} : { retry: { attempts: 1 } };
      const site = await setUpSite({ known: 15, fate, ...(extensions ? { extensions } : {}) }, more);
      const checkpoint = createMemoryCheckpoint();
      const outcomes = new Map<number, UserOutcome>();
      for (let part = 0; part < 20; part += 1) {
        controller = new AbortController();
        const { signal } = controller;
        const one = await run(site, toUsers(count), { batchSize, checkpoint, resume: true, signal });
        for (const [position, outcome] of one.outcomes) outcomes.set(position, outcome);
        const { total, acknowledged, refused, pending } = one.report.counters;
        expect(acknowledged + refused + pending).toBe(total);
        if (one.report.state !== "done") continue;
        expect(one.report.counters.total).toBe(count);
        expect(one.report.sources).toHaveLength(one.report.batches);
        break;
      }
      expect(outcomes.size).toBe(count);
      expect(await sourceNames(site)).toEqual(
        Array.from({ length: Math.ceil(count / batchSize) }, (_, index) => `Nightly (${index + 1})`),
      );
      const known = toUsers(Math.min(count, 15)).map(({ email = "" }) => email.toLowerCase());
      expect(await connectedEmails(site)).toEqual(known.sort());
      const undecided = [...outcomes.values()].filter((outcome) => outcome.kind === "pending");
      const reasons = new Set(undecided.map((outcome) => outcome.kind === "pending" && outcome.reason));
      // Without keys a saved source may bring no more than its counts.
      expect([...reasons]).toEqual(extensions && undecided.length > 0 ? ["results_unknown"] : []);
    },
  );
  await fc.assert(property, { numRuns: 25 });
});
