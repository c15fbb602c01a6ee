// Mappings remembered from one import to the next, with storages that work and storages that fail.
import { describe, expect, test, vi } from "vitest";
import { suggestMapping } from "../../../src/csv/mapping/suggest-mapping.ts";
import {
  createMappingMemory,
  type MappingMemory,
  type MappingStorage,
} from "../../../src/importer/effects/mapping-memory.ts";
import { createImporter, type Importer, type ImporterOptions } from "../../../src/importer/importer.ts";
import { csv, may3, reached } from "../importers.ts";

const crm = "Konto,Anschrift,Stadt\nk1,one@example.com,Bern\nk2,two@example.com,Biel\n";
const crmAgain = "KONTO;Anschrift;stadt\nk3;three@example.com;Chur\n";
const names = "ref,mail,first_name,last_name\nr1,one@example.com,Ann,One\nr2,two@example.com,Bo,Two\n";

function createStorage(text: string | null = null) {
  let kept = text;
  const save = vi.fn((next: string | null) => {
    kept = next;
  });
  return { load: vi.fn(() => kept), save } satisfies MappingStorage;
}

// Nobody answers: what is remembered is remembered at Start.
const client: ImporterOptions["client"] = { importUsers: () => new Promise(() => {}) };

async function importing(storage: MappingStorage, text: string, decide: (importer: Importer) => void) {
  const importer = createImporter({ client, now: () => may3, memory: createMappingMemory(storage) });
  importer.actions.chooseFiles([csv(text)]);
  await reached(importer, "reviewing");
  decide(importer);
  // A guessed column needs confirming.
  const { mapping, suggestion } = (await reached(importer, "reviewing")).review;
  if (suggestion.fields.email.how === "guess") importer.actions.assignColumn("email", mapping.email);
  importer.actions.start();
  importer.actions.cancel();
  importer.actions.resumeReview();
  return importer;
}

async function read(storage: MappingStorage, text: string) {
  const memory = createMappingMemory(storage);
  const importer = createImporter({ client, now: () => may3, memory });
  importer.actions.chooseFiles([csv(text)]);
  const { review } = await reached(importer, "reviewing");
  return { importer, memory, review };
}

async function refreshed(memory: MappingMemory) {
  const told = new Promise<void>((resolve) => {
    const stop = memory.subscribe(() => {
      stop();
      resolve();
    });
  });
  memory.refresh();
  await told;
  return memory.getState() ?? [];
}

const chooseKonto = ({ actions }: Importer) => actions.assignColumn("externalUserId", 0);

describe("the next file with the same header", () => {
  test("starts with the confirmed mapping", async () => {
    const storage = createStorage();
    await importing(storage, crm, ({ actions }) => {
      actions.assignColumn("externalUserId", 0);
      actions.assignColumn("name", 2);
    });
    const { review } = await read(storage, crmAgain);
    expect(review.mapping).toMatchObject({ externalUserId: 0, email: 1, name: 2 });
    expect(review.remembered).toMatchObject({ confirmedAt: may3, sourceName: "User Export 2026-05-03" });
    expect(review.manual).toEqual([]);
    expect(review.rows[0]?.user).toMatchObject({ externalUserId: "k3", name: "Chur" });
  });

  test("joins the names again", async () => {
    const storage = createStorage();
    await importing(storage, names, ({ actions }) => {
      actions.assignColumn("externalUserId", 0);
      actions.joinNames(true);
    });
    const { review, importer } = await read(storage, names);
    expect(review.rows[0]?.user).toMatchObject({ externalUserId: "r1", name: "Ann One" });
    importer.actions.forgetMapping(null);
    expect((await reached(importer, "reviewing")).review.nameColumns).toBeNull();
  });

  test("changes the remembered mapping only at Start", async () => {
    const storage = createStorage();
    await importing(storage, crm, chooseKonto);
    const { importer } = await read(storage, crm);
    importer.actions.assignColumn("externalUserId", 2);
    expect(storage.save).toHaveBeenCalledTimes(1);
    importer.actions.start();
    expect((await read(storage, crm)).review.mapping.externalUserId).toBe(2);
  });
});

test("an exported file is mapped like the original", async () => {
  const storage = createStorage();
  await importing(storage, crm, chooseKonto);
  const download = "Konto,Anschrift,Stadt,import_row,import_problem\nk2,two@example,Biel,3,Email is wrong\n";
  expect((await read(storage, download)).review.mapping).toMatchObject({ externalUserId: 0, email: 1 });
});

test("a similar header does not use the mapping", async () => {
  const storage = createStorage();
  await importing(storage, crm, chooseKonto);
  const { review } = await read(storage, crm.replace("Stadt", "Ort"));
  expect(review.remembered).toBeNull();
  expect(review.mapping).toEqual(suggestMapping(review.table).mapping);
});

test("nothing is remembered for a file of known columns", async () => {
  const storage = createStorage();
  await importing(storage, "user_id,email\n1,one@example.com\n", () => {});
  expect(storage.save).not.toHaveBeenCalled();
});

describe("forgetting", () => {
  test("returns to the suggested mapping, but keeps columns chosen in this file", async () => {
    const storage = createStorage();
    await importing(storage, crm, chooseKonto);
    const { importer, memory, review } = await read(storage, crm);
    importer.actions.assignColumn("name", 2);
    importer.actions.forgetMapping(review.remembered?.signature ?? "");
    const after = (await reached(importer, "reviewing")).review;
    expect(after.mapping).toEqual({ ...suggestMapping(review.table).mapping, name: 2 });
    expect(after.remembered).toBeNull();
    expect(memory.getState()).toEqual([]);
    expect(storage.load()).toBeNull();
  });

  test("one mapping leaves the others", async () => {
    const storage = createStorage();
    await importing(storage, crm, chooseKonto);
    const importer = await importing(storage, names, ({ actions }) => actions.assignColumn("externalUserId", 0));
    const memory = createMappingMemory(storage);
    const [newest, oldest] = await refreshed(memory);
    importer.actions.forgetMapping(newest?.signature ?? "");
    expect(await refreshed(memory)).toEqual([oldest]);
  });
});

const broken = () => {
  throw new DOMException("No.", "SecurityError");
};

describe("a storage", () => {
  test.each<[string, MappingStorage, [] | null]>([
    ["that is blocked", { load: broken, save: broken }, null],
    ["that is full", { load: () => null, save: broken }, []],
    ["that holds nonsense", { load: () => "\u0000{[", save: () => {} }, []],
    ["that holds no text", { load: () => ({ version: 1 }) as never, save: () => {} }, []],
  ])("%s is as good as none: the import goes on", async (_, storage, known) => {
    const importer = await importing(storage, crm, chooseKonto);
    expect(importer.getState().status).toBe("reviewing");
    const { review, memory } = await read(storage, crm);
    expect(review.remembered).toBeNull();
    memory.forget(null);
    expect(memory.getState()).toEqual(known);
  });

  test("shared by two tabs keeps the mappings of both", async () => {
    const storage = createStorage();
    const [one, other] = [createMappingMemory(storage), createMappingMemory(storage)];
    const { review: crmReview } = await read(storage, crm);
    const { review: namesReview } = await read(storage, names);
    one.remember({ ...crmReview, manual: ["email"] }, "One", 1);
    other.remember({ ...namesReview, manual: ["email"] }, "Other", 2);
    expect((await refreshed(one)).map(({ sourceName }) => sourceName)).toEqual(["Other", "One"]);
  });
});
