// Deliberately broken servers, one fault each: the suite must name the rule that breaks, and not blame many others.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Backend } from "../../mock-server/index.ts";
import { brokenIn, check } from "./reference.ts";

const faults: Readonly<Record<string, readonly string[]>> = {
  "wrong-counters": ["import.counters", "import.source"],
  "dry-run-ignored": ["sources.dry-run", "rollback.dry-run"],
  "second-delete-fails": ["rollback.twice"],
  "results-out-of-order": ["import.shape", "sources.results"],
  "results-missing": ["import.answer"],
  "key-saves-twice": ["idempotency.replay", "idempotency.reuse", "idempotency.deleted"],
  "profile-name-told": ["known.secret"],
  "any-date-taken": ["row.date", "row.date-rule"],
  "capitals-matter": ["row.email-normalised", "known.email-case"],
  "rollback-forgets": ["known.rollback"],
};

test("every broken server is here", () => {
  const names = readdirSync(join(import.meta.dirname, "broken")).map((file) => file.replace(/\.ts$/, ""));
  expect(Object.keys(faults).sort()).toEqual(names.sort());
});

describe.for(Object.entries(faults))("%s", ([name, rules]) => {
  test(`breaks ${rules.join(", ")}`, async () => {
    const { createBroken } = (await import(`./broken/${name}.ts`)) as { createBroken: () => Backend };
    const report = await check(createBroken());
    expect(brokenIn(report)).toEqual(expect.arrayContaining([...rules]));
    expect(report.core.kept + report.extended.kept).toBeGreaterThan(30);
    expect(report.leftovers).toEqual([]);
    // A report is made to be shown around.
    expect(JSON.stringify(report)).not.toMatch(/very-secret|ada@|lovelace/i);
  });
});
