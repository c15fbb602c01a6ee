// The scripts run on the Node that the lockfile pins, whatever Node started npm.
import { expect, test } from "vitest";

test("tests run on Node 24", () => {
  expect(process.version).toMatch(/^v24\./);
});
