// The one suite that every store and every transport must pass.
import { describe } from "vitest";
import { describeAnswers } from "./answers.ts";
import { documented } from "./documented.ts";
import { describeIdempotency } from "./idempotency.ts";
import { describeImport } from "./import.ts";
import { describeIsolation } from "./isolation.ts";
import { describeProperties } from "./properties.ts";
import { describeRefusals } from "./refusals.ts";
import { describeRollback } from "./rollback.ts";
import { describeSerialisation } from "./serialisation.ts";
import { describeSources } from "./sources.ts";
import type { Start } from "./start.ts";

export function describeConformance(name: string, startUnchecked: Start): void {
  const start = documented(startUnchecked);
  describe(name, () => {
    describe("import", () => describeImport(start));
    describe("rollback", () => describeRollback(start));
    describe("saved sources", () => describeSources(start));
    describe("idempotency", () => describeIdempotency(start));
    describe("serialisation and isolation", () => describeSerialisation(start));
    describe("isolation", () => describeIsolation(start));
    describe("refusals", () => describeRefusals(start));
    describe("answers", () => describeAnswers(start));
    describe("properties", () => describeProperties(start));
  });
}
