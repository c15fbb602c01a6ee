// Files chosen in the card: refused, replaced, late, missing, re-read.
import { describe, expect, test, vi } from "vitest";
import { createImporter } from "../../src/importer/importer.ts";
import { csv, reached, ready, slowFile } from "./importers.ts";
import { servePortal, until } from "./portal.ts";
import type { StateOf } from "./states.ts";

describe("a file", () => {
  test("that is refused leaves the previous one on screen", async () => {
    const importer = await ready({ client: (await servePortal()).client });
    const before = (importer.getState() as StateOf<"reviewing">).review;
    importer.actions.chooseFiles([csv("", "empty.csv")]);
    await reached(importer, "reviewing");
    expect(importer.getState()).toMatchObject({ refusal: { fileName: "empty.csv", issue: { code: "empty_file" } } });
    expect((importer.getState() as StateOf<"reviewing">).review).toBe(before);
  });

  test("must be the only one", async () => {
    const importer = createImporter({ client: (await servePortal()).client });
    importer.actions.chooseFiles([csv("a"), csv("b")]);
    expect(importer.getState()).toMatchObject({ refusal: { issue: { code: "several_files", count: 2 } } });
    importer.actions.chooseFiles([]);
    expect(importer.getState()).toMatchObject({ refusal: { issue: { code: "not_a_file" } } });
  });

  test("with too many rows is refused, and its first rows are read on demand", async () => {
    const importer = createImporter({ client: (await servePortal()).client, maxRows: 2 });
    importer.actions.chooseFiles([csv("id,mail\n1,a@example.com\n2,b@example.com\n3,c@example.com\n")]);
    await until(importer, (state) => state.status === "idle" && state.refusal !== null);
    expect(importer.getState()).toMatchObject({ refusal: { issue: { code: "too_many_rows", count: 3, limit: 2 } } });
    importer.actions.overruleRefusal({ overflow: "first" });
    expect((await reached(importer, "reviewing")).review.rows).toHaveLength(2);
  });

  test("of more than 1,000 rows is judged in tasks of its own, beside those of reading and showing it", async () => {
    // By a clock that stands still, reading is one task.
    const clock = vi.spyOn(performance, "now").mockReturnValue(0);
    const tasksFor = async (rows: number) => {
      const next = vi.fn(async () => {});
      vi.stubGlobal("scheduler", { yield: next });
      const importer = createImporter({ client: (await servePortal()).client });
      const users = Array.from({ length: rows }, (_, at) => `${at},user.${at}@example.com\n`);
      importer.actions.chooseFiles([csv(`id,mail\n${users.join("")}`)]);
      expect((await reached(importer, "reviewing")).review.rows).toHaveLength(rows);
      vi.unstubAllGlobals();
      return next.mock.calls.length;
    };
    const few = await tasksFor(1_000);
    expect(await tasksFor(1_001)).toBe(few + 1);
    expect(await tasksFor(9_000)).toBe(few + 5);
    clock.mockRestore();
  });

  test("can be chosen again under the same name after it was edited", async () => {
    const importer = await ready({ client: (await servePortal()).client });
    importer.actions.chooseFiles([csv("id,mail\n7,a@example.com\n", "import-template.csv")]);
    await until(importer, (state) => state.status === "reviewing" && state.review.rows.length === 1);
  });

  test("that answers late does not overwrite the one chosen after it", async () => {
    const importer = createImporter({ client: (await servePortal()).client });
    const slow = slowFile("id,mail\n1,a@example.com\n", "slow.csv");
    importer.actions.chooseFiles([slow.file]);
    importer.actions.chooseFiles([csv("id,mail\n7,b@example.com\n", "quick.csv")]);
    await reached(importer, "reviewing");
    slow.open();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((importer.getState() as StateOf<"reviewing">).review.file.name).toBe("quick.csv");
  });

  test("that no longer exists when it is read is refused", async () => {
    const importer = createImporter({ client: (await servePortal()).client });
    const gone = Object.assign(csv("id,mail\n"), {
      slice() {
        throw new DOMException("The file was removed.", "NotFoundError");
      },
    });
    importer.actions.chooseFiles([gone]);
    const { refusal } = (await until(importer, (state) => state.status === "idle")) as StateOf<"idle">;
    expect(refusal?.issue).toEqual({ code: "unreadable", reason: "NotFoundError" });
  });

  test("is read again with another delimiter at once", async () => {
    const importer = await ready({ client: (await servePortal()).client });
    importer.actions.changeDialect({ delimiter: ";" });
    expect((await reached(importer, "reviewing")).review.table.headers).toHaveLength(1);
  });
});
