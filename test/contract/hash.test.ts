// Hashes are kept on disk and compared later, so that both text forms must never change.
import { expect, test } from "vitest";
import { toBase36Hash, toHexHash } from "../../src/contract/hash.ts";

test.each([
  ["", "wvjl67o803", "26c8wzs8fs1", "0bdcb81aee8d8310c329583afc3b"],
  ["a", "262p94epp1d", "1guuo3poulb", "1c2ba782c979010432341afdfcd8"],
  ["legacy_1001", "1llvy97231m", "wunvz491oh", "14c92606c786ea12090159fec3da"],
  ["Zoë 𝒵 用户", "1fylqljerli", "17aiqmfl6vp", "12bf910011ca36136a3a485b0adf"],
  ["x5", null, null, "06fa0e5d69c184164cf753818a11"],
])("%j has the stored hashes", (text, base36, seeded, hex) => {
  if (base36 !== null) expect([toBase36Hash(text), toBase36Hash(text, 1)]).toEqual([base36, seeded]);
  expect(toHexHash(text)).toBe(hex);
});
