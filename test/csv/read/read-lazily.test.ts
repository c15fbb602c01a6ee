// The reader is loaded with the first file; a failure to load it is an issue.
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => vi.doUnmock("../../../src/csv/read/reader-chunk.ts"));

test("reads and splits once it is loaded", async () => {
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

test("an aborted signal rejects before anything is loaded", async () => {
  const { readCsv } = await import("../../../src/csv/read/read-lazily.ts");
  await expect(readCsv("id\n1\n", { signal: AbortSignal.abort("enough") })).rejects.toBe("enough");
});
