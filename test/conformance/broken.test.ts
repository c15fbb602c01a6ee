// Deliberately broken servers, one fault each: the suite must name the rule that breaks.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Account, type Backend, createBackend, createMemoryStore } from "../../mock-server/index.ts";
import { allChecks } from "../../src/conformance/checks/all.ts";
import { createGuideOnly } from "./guide-only.ts";
import { brokenIn, check, createReference, createWorld, tamper } from "./reference.ts";

const faults: Readonly<Record<string, readonly string[]>> = {
  "any-date-taken": ["row.date", "row.date-rule"],
  "damaged-text-taken": ["row.damaged-text"],
  "capitals-matter": ["row.email-normalised", "known.email-case"],
  "delete-does-nothing": ["rollback.gone"],
  "depth-ignored": ["refusal.too-deep"],
  "dry-run-ignored": ["sources.dry-run", "rollback.dry-run"],
  "duplicates-count-twice": ["known.duplicate"],
  "everything-imported": ["known.already-connected"],
  "key-saves-twice": ["idempotency.replay", "idempotency.reuse", "idempotency.deleted"],
  "limit-ignored": ["import.maximum", "refusal.too-many"],
  "names-ignored": ["known.name-mismatch"],
  "names-letter-by-letter": ["known.name"],
  "names-unasked": ["sources.results", "sources.result-names"],
  "no-iso-dates": ["row.iso-dates", "row.all-dates"],
  "nothing-imported": ["known.imported"],
  "numbers-read": ["row.texts"],
  "one-at-a-time": ["import.at-once", "known.at-once"],
  "parameters-ignored": ["rollback.misspelt-dry-run", "sources.misspelt-dry-run"],
  "profile-name-stored": ["known.secret"],
  "profile-name-told": ["known.secret"],
  "refusal-uses-key": ["idempotency.refused"],
  "results-missing": ["import.answer"],
  "results-out-of-order": ["import.shape", "sources.results"],
  "rollback-forgets": ["known.rollback"],
  "rollback-takes-all": ["known.rollback-spares"],
  "second-delete-fails": ["rollback.twice"],
  "strangers-mismatch": ["row.not-found"],
  "wrong-counters": ["import.counters", "import.source"],
};

const broken = new Set<string>();

const knownEmail = "Ada@Portal.test";
const [ada] = createWorld().accounts;
const accounts = [{ ...(ada as Account), email: knownEmail }];

/** A portal that looks up addresses as they were written once. */
function createLiteralDirectory(): Backend {
  const findAccountsByEmail = async (emails: readonly string[]) =>
    accounts.filter(({ email }) => emails.includes(email));
  return createReference({ accounts: { findAccountsByEmail } }).backend;
}

test("an account that the directory holds with capitals is found by the reference backend", async () => {
  const store = createMemoryStore({ accounts, connections: [] });
  const { findings } = await check(createReference({ store }).backend, { knownEmail });
  const verdicts = Object.fromEntries(findings.map(({ id, verdict }) => [id, verdict]));
  expect(verdicts).toMatchObject({
    "known.written-form": "kept",
    "known.imported": "kept",
    "known.email-case": "kept",
  });
});

test("a directory that compares addresses as they were written is named", async () => {
  const report = await check(createLiteralDirectory(), { knownEmail });
  expect(brokenIn(report)).toEqual(["known.written-form"]);
  expect(JSON.stringify(report)).not.toMatch(/ada@/i);
});

test("every broken server is here", () => {
  const names = readdirSync(join(import.meta.dirname, "broken")).map((file) => file.replace(/\.ts$/, ""));
  expect(Object.keys(faults).sort()).toEqual(names.sort());
});

describe.for(Object.entries(faults))("%s", ([name, rules]) => {
  test(`breaks ${rules.join(", ")}`, async () => {
    const { createBroken } = await import(`./broken/${name}.ts`);
    const report = await check(createBroken());
    for (const id of brokenIn(report)) broken.add(id);
    expect(brokenIn(report)).toEqual(expect.arrayContaining([...rules]));
    expect(report.core.kept + report.extended.kept).toBeGreaterThan(30);
    if (name === "delete-does-nothing") expect(report.leftovers.length).toBeGreaterThan(0);
    else expect(report.leftovers).toEqual([]);
    // A report is made to be shown around.
    expect(JSON.stringify(report)).not.toMatch(/very-secret|ada@|lovelace/i);
  });
});

test("no rule is kept by all of them: each has been seen to break", async () => {
  // Beside the faults above: a server without a word beyond the guides, and one that neither refuses nor says why.
  const open = createBackend({ store: createMemoryStore() });
  const mute = tamper(open, async (request, next) => {
    const response = await next(request);
    return response.ok ? response : new Response("{}", { status: 400 });
  });
  for (const backend of [createGuideOnly(), mute]) for (const id of brokenIn(await check(backend))) broken.add(id);
  for (const id of brokenIn(await check(createLiteralDirectory(), { knownEmail }))) broken.add(id);
  const checkable = allChecks.map(({ id }) => id).filter((id) => !id.startsWith("unseen."));
  expect(checkable.filter((id) => !broken.has(id))).toEqual([]);
});
