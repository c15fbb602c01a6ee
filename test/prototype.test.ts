// Names that every object answers to are names like others, wherever they come from: a server, a file, a host's words.
import { expect, test } from "vitest";
import { readImportResponse, readProblem, readRollback, readSourceList } from "../src/contract/index.ts";
import { readCsv, stringify, suggestMapping, toImportRows } from "../src/csv/index.ts";
import { english } from "../src/react/messages/en.ts";
import { type MessageOverrides, toMessages } from "../src/react/messages/messages.ts";

// As JSON.parse gives it: members of its own by these names. An object literal would have set a prototype.
function poison(members: object): unknown {
  const text = JSON.stringify(members).slice(1, -1);
  const evil = '{"polluted":true,"id":"evil","results":[],"sources":[],"removed":9,"title":"evil","code":"evil"}';
  return JSON.parse(`{"__proto__":${evil},"constructor":{"prototype":${evil}}${text === "" ? "" : `,${text}`}}`);
}

const source = { id: "src_1", name: "Nightly", createdAt: "", counters: null, reactivated: null };
const row = { index: 0, externalUserId: "1", email: "a@example.com", status: "imported", code: null, field: null };

const answers: readonly (readonly [name: string, read: (body: unknown) => unknown, members: object])[] = [
  ["an import", readImportResponse, { source, results: [{ ...row, connectionId: null, warnings: [] }] }],
  ["a list of sources", readSourceList, { sources: [source], nextCursor: null, extensions: [] }],
  ["a rollback", readRollback, { source, removed: 1, alreadyGone: 0, reactivatedKept: 0, alreadyDeleted: false }],
  ["a problem", (body) => readProblem(body), { title: "Bad", status: 400, code: "malformed" }],
  ["nothing", (body) => [readImportResponse, readSourceList].map((read) => read(body)), {}],
];

test.for(answers)("an answer about %s says the same with and without them", ([, read, members]) => {
  expect(read(members)).not.toBeNull();
  expect(read(poison(members))).toEqual(read(members));
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test("a file may have them for headers and cells", async () => {
  const names = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"];
  const file = stringify([
    ["user_id", "email", ...names],
    ...names.map((name, index) => [name, `u${index}@x.io`, ...names]),
  ]);
  const read = await readCsv(file);
  if (!read.ok) throw new Error(read.issue.code);
  const { mapping } = await suggestMapping(read.table);
  expect(mapping).toMatchObject({ externalUserId: 0, email: 1, registrationDate: null, lastLoginDate: null });
  expect(toImportRows(read.table, mapping).map(({ user }) => user?.externalUserId)).toEqual(names);
});

test("words from JSON replace words, and nothing else", () => {
  const words = toMessages(english, poison({ card: poison({ title: "Mine" }) }) as MessageOverrides);
  expect(words.card.title).toBe("Mine");
  expect([words, words.card].map(Object.getPrototypeOf)).toEqual([Object.prototype, Object.prototype]);
  expect(toMessages(english, undefined)).toBe(english);
});
