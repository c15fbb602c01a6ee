// Tests which values are read from members: by path, joined, and from the types of Extended JSON.
import { expect, test } from "vitest";
import { readJoined, readMember, toPlainValue } from "../../../src/cli/input/member-values.ts";
import { runInside } from "../terminal.ts";

const user = {
  "a.b": "whole name first",
  a: { b: "inner", list: [{ email: "ann@example.com" }] },
  first: " Ann ",
  last: "Lee",
  none: null,
  age: 5,
  "x+y": "plus in a name",
};

test.each([
  ["a.b", "whole name first"],
  ["a.list.0.email", "ann@example.com"],
  ["a.list.1.email", undefined],
  ["a.c", undefined],
  ["first.length", undefined],
  ["a.constructor", undefined],
  ["none.x", undefined],
  ["none", null],
])("the member %s is %j", (name, expected) => {
  expect(readMember(user, name)).toEqual(expected);
});

test.each([
  ["first+last", "Ann Lee"],
  ["first + last", "Ann Lee"],
  ["last+none", "Lee"],
  ["last+middle", "Lee"],
  ["none+middle", undefined],
  ["x+y", "plus in a name"],
  ["last+age", 5],
  ["last+a", user.a],
])("%s joined is %j", (name, expected) => {
  expect(readJoined(user, name)).toEqual(expected);
});

const kept = (value: unknown): [unknown, unknown] => [value, value];
test.each<[unknown, unknown]>([
  [12, "12"],
  [{ $oid: "65a1f0c2e4b0a1d2c3e4f500" }, "65a1f0c2e4b0a1d2c3e4f500"],
  [{ $numberLong: "9007199254740993" }, "9007199254740993"],
  [{ $uuid: "6b5d1c2e-0000-4000-8000-000000000001" }, "6b5d1c2e-0000-4000-8000-000000000001"],
  [{ $date: "2024-01-10T09:00:00Z" }, "2024-01-10T09:00:00Z"],
  [{ $date: { $numberLong: "-1000" } }, "1969-12-31T23:59:59.000Z"],
  [{ $date: 1704877200123 }, "2024-01-10T09:00:00.123Z"],
  kept({ $date: { $numberLong: "" } }),
  kept({ $date: null }),
  kept({ $oid: 5 }),
  kept({ $oid: "65a1", more: 1 }),
  kept({ constructor: "x" }),
  kept({ id: "1" }),
  kept(["1"]),
  kept(2 ** 53),
  kept(true),
  kept(null),
])("the value %j is read as %j", (value, expected) => {
  expect(toPlainValue(value)).toEqual(expected);
});

const realm = { realm: "shop", users: [{ id: "1", email: "ann@example.com" }] };
const map = ["--map", "externalUserId=id"];
test.each([
  ["an indented object with a list of users", JSON.stringify(realm, null, 2), map, 0, /JSON: 1 user/],
  ["the same in one line", `${JSON.stringify(realm)}\n`, map, 2, /add --format json/],
  [
    "a line that is cut off, between others",
    '{"id":"1","email":"a@x.io"}\n{"id":"2",\n',
    map,
    3,
    /line 2: not valid JSON/,
  ],
  ["a first line that is broken", '{"id":1"}\n{"id":"2","email":"b@x.io"}\n', map, 3, /line 1: not valid JSON/],
])("from a pipe: %s", async (_, stdin, args, code, text) => {
  const ended = await runInside(["validate", "-", ...args], { stdin });
  expect(ended.stdout + ended.stderr).toMatch(text);
  expect(ended.code).toBe(code);
});
