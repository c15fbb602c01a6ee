// Tests that the memory for new objects stays small after keepHeapSmall, in a process of its own.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { expect, test } from "vitest";

const path = join(import.meta.dirname, "../../../src/cli/runs/small-heap.ts");

// Many objects that live for a while, as those of a batch do.
function measureNewSpace(isKept: boolean): number {
  const program = `
    import { getHeapSpaceStatistics } from "node:v8";
    import { keepHeapSmall } from ${JSON.stringify(path)};
    if (${isKept}) keepHeapSmall();
    let live = [];
    for (let count = 0; count < 3e6; count += 1) {
      live.push({ count });
      if (live.length > 1e5) live = [];
    }
    console.log(getHeapSpaceStatistics().find((space) => space.space_name === "new_space").space_size / 2 ** 20);
  `;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], { encoding: "utf8" });
  return Number(stdout);
}

test("new objects take a few MB in place of tens of MB", () => {
  const grown = measureNewSpace(false);
  expect(grown).toBeGreaterThan(8);
  expect(measureNewSpace(true)).toBeLessThan(grown / 2);
});
