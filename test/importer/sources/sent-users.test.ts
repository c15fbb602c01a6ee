// The users that a page sent, and their names beside results.
import { expect, test } from "vitest";
import { createSentUsers } from "../../../src/importer/sources/sent-users.ts";
import { result } from "../states.ts";

function usersOf(count: number, name: string) {
  return Array.from({ length: count }, (_, at) => ({ externalUserId: `${at}`, email: `user${at}@example.com`, name }));
}

test("a name is told beside the result of its own user, and not beside another one's", () => {
  const sent = createSentUsers();
  sent.remember("src_1", [
    { externalUserId: "7", email: "ADA@Example.com", name: "Ada" },
    { externalUserId: "8", name: "Bob" },
    { externalUserId: "9", email: "eve@example.com" },
  ]);
  const nameOf = sent.namesOf("src_1");
  const at = (index: number, more: object) => nameOf?.({ ...result(index, "imported"), ...more });
  expect(at(0, { externalUserId: "7", email: "ada@example.com" })).toBe("Ada");
  expect(at(0, { externalUserId: "", email: "ada@example.com" })).toBe("Ada");
  expect(at(0, { externalUserId: "8", email: "ada@example.com" })).toBeNull();
  expect(at(1, { externalUserId: "8", email: "" })).toBe("Bob");
  expect(at(1, { externalUserId: "7", email: "ada@example.com" })).toBeNull();
  expect(at(2, { externalUserId: "9", email: "eve@example.com" })).toBeNull();
  expect(at(3, {})).toBeNull();
  expect(at(0, { externalUserId: "", email: "" })).toBeNull();
});

test("users without any name are not remembered, nor another source's", () => {
  const sent = createSentUsers();
  sent.remember("src_1", usersOf(3, ""));
  expect(sent.namesOf("src_1")).toBeNull();
  expect(sent.namesOf("src_2")).toBeNull();
});

test("the oldest sources are forgotten, so that memory has a limit", () => {
  const sent = createSentUsers();
  for (let number = 1; number <= 12; number += 1) sent.remember(`src_${number}`, usersOf(10_000, "Ada"));
  const known = Array.from({ length: 12 }, (_, at) => `src_${at + 1}`).filter((id) => sent.namesOf(id));
  expect(known).toEqual(["src_3", "src_4", "src_5", "src_6", "src_7", "src_8", "src_9", "src_10", "src_11", "src_12"]);
});
