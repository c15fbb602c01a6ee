// The reader as the door has it: loaded with the first file, and what is said when it can't be.
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => vi.doUnmock("../../../src/csv/read/reader-chunk.ts"));

test("reads and splits once it is there", async () => {
  const { readCsv, splitCsv } = await import("../../../src/csv/index.ts");
  expect(await readCsv("id,email\n1,a@example.com\n")).toMatchObject({ ok: true, table: { headers: ["id", "email"] } });
  expect(await splitCsv("id,email\n1,a@example.com\n")).toMatchObject({ ok: true });
});

test("a reader that can't be fetched is an issue, not a throw", async () => {
  vi.resetModules();
  vi.doMock("../../../src/csv/read/reader-chunk.ts", () => {
    throw new TypeError("Failed to fetch dynamically imported module");
  });
  const { readCsv, splitCsv } = await import("../../../src/csv/read/read-lazily.ts");
  const refused = { ok: false, issue: { code: "unreadable", reason: "reader_not_loaded" } };
  expect(await readCsv("id\n1\n")).toEqual(refused);
  expect(await splitCsv("id\n1\n")).toEqual(refused);
});

test("an aborted signal is asked before anything is loaded", async () => {
  const { readCsv } = await import("../../../src/csv/read/read-lazily.ts");
  await expect(readCsv("id\n1\n", { signal: AbortSignal.abort("enough") })).rejects.toBe("enough");
});
