// The causes of problems: how they are counted, what most rows have in common, and when a start is doubtful.
import { describe, expect, test } from "vitest";
import { transition } from "../../../src/importer/machine/transition.ts";
import { causeOf, likelyCause, problemCauses, reviewCauses } from "../../../src/importer/review/problem-causes.ts";
import { emptyFields, startDoubt } from "../../../src/importer/review/review-counts.ts";
import type { Review } from "../../../src/importer/state.ts";
import { english } from "../../../src/react/messages/en.ts";
import { chosen, follow, result, review as toState } from "../states.ts";

async function read(text: string): Promise<Review> {
  return (await toState(chosen("users.csv", text))).review;
}

const good = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => `id${from + at},u${from + at}@example.com,2024-01-10\n`).join("");
const header = "user_id,email,registration_date\n";

describe("problems are grouped by cause", () => {
  const cases: readonly [string, string, [string, number][]][] = [
    ["a clean file has none", good(3), []],
    [
      "the most frequent first",
      `id1,none,2024-01-10\nid2,none,2024-01-10\n,u@example.com,2024-01-10\n`,
      [
        ["email", 2],
        ["noUserId", 1],
      ],
    ],
    [
      "a row with several problems counts for each",
      `,none,31.04.2021\n`,
      [
        ["email", 1],
        ["date", 1],
        ["noUserId", 1],
      ],
    ],
    ["a missing email is no invalid one", `id1,,2024-01-10\n`, [["noEmail", 1]]],
    ["a text that lost letters", `id\uFFFD1,u@example.com,2024-01-10\n`, [["damaged", 1]]],
    ["a text that is too long", `${"x".repeat(300)},u@example.com,2024-01-10\n`, [["tooLong", 1]]],
  ];

  test.for(cases)("%s", async ([, rows, expected]) => {
    expect(reviewCauses(await read(`${header}${rows}`))).toEqual(expected);
  });

  test("both dates of a row are one date problem", async () => {
    const review = await read(
      "user_id,email,registration_date,last_login_date\nid1,u@example.com,31.04.2021,31.04.2021\n",
    );
    expect(reviewCauses(review)).toEqual([["date", 1]]);
  });

  test("rows that are left out have none", async () => {
    const state = await toState(chosen("users.csv", `${header}id1,none,\nid2,none,\n`));
    const { review } = follow("reviewing", state, { type: "rowsLeftOut", rows: [2], leftOut: true });
    expect(reviewCauses(review)).toEqual([["email", 1]]);
  });

  test("a code of a server that this version does not know is another problem", () => {
    expect(causeOf({ code: "blocked_domain", field: "email" })).toBe("other");
    expect(causeOf({ code: "constructor", field: null })).toBe("other");
    expect(causeOf({ code: null, field: null })).toBe("other");
  });

  test("each has words", () => {
    expect(Object.keys(english.causes)).toEqual([...problemCauses]);
  });
});

describe("the likely cause", () => {
  const cases: readonly [string, string, object | null][] = [
    ["of a clean file is none", `${header}${good(3)}`, null],
    [
      "of emails is their column, with the first value",
      `${header}id1,Muster GmbH,2024-01-10\nid2,Acme,2024-01-10\n`,
      { code: "email", field: "email", column: 1, row: 2, value: "Muster GmbH" },
    ],
    [
      "of ids that are all missing is the empty column",
      `${header},a@example.com,2024-01-10\n ,b@example.com,2024-01-10\n`,
      { code: "emptyColumn", field: "externalUserId", column: 0, row: 2 },
    ],
    [
      "of ids that are sometimes missing is no empty column",
      `${header}id1,a@example.com,2024-01-10\n,b@example.com,2024-01-10\n`,
      { code: "noUserId", field: "externalUserId", column: 0, row: 3 },
    ],
    [
      "of dates is the column with more of them",
      "user_id,email,registration_date,last_login_date\nid1,a@example.com,2024-01-10,31.04.2021\nid2,b@example.com,x,y\n",
      { code: "date", field: "lastLoginDate", column: 3, row: 2, value: "31.04.2021" },
    ],
    [
      "is none where the problems have nothing in common",
      `${header}id1,none,2024-01-10\n,b@example.com,2024-01-10\nid3,c@example.com,31.04.2021\n`,
      null,
    ],
  ];

  test.for(cases)("%s", async ([, text, expected]) => {
    const cause = likelyCause(await read(text));
    if (expected) expect(cause).toMatchObject(expected);
    else expect(cause).toBeNull();
  });
});

test("a required column is empty until a cell is corrected", async () => {
  const state = await toState(chosen("users.csv", `${header},a@example.com,\n,b@example.com,\n`));
  expect(emptyFields(state.review)).toEqual(["externalUserId"]);
  const corrected = transition(state, { type: "cellCorrected", row: 3, field: "externalUserId", text: "id3" });
  expect(emptyFields((corrected as typeof state).review)).toEqual([]);
});

describe("a start is doubtful", () => {
  const bad = (count: number) => Array.from({ length: count }, (_, at) => `bad${at},none,\n`).join("");
  const cases: readonly [string, string, object | null][] = [
    ["never for a clean file", good(10), null],
    ["not with 30 % of problems", `${good(7)}${bad(3)}`, null],
    ["with more than 30 %", `${good(6)}${bad(3)}`, { by: "problems", rows: 3, of: 9 }],
    ["with nothing but problems", bad(4), { by: "problems", rows: 4, of: 4 }],
  ];

  test.for(cases)("%s", async ([, rows, expected]) => {
    expect(startDoubt(await read(`${header}${rows}`))).toEqual(expected);
  });

  test("no more, once the rows with problems are left out", async () => {
    const state = await toState(chosen("users.csv", `${header}${good(1)}${bad(2)}`));
    const { review } = follow("reviewing", state, { type: "rowsLeftOut", rows: [3, 4], leftOut: true });
    expect(startDoubt(review)).toBeNull();
  });

  test("where a check found nobody, until a row is changed", async () => {
    const state = await toState(chosen("users.csv", `${header}${good(2)}`));
    const checked = follow(
      "reviewing",
      state,
      { type: "checkStarted", skipInvalid: false },
      { type: "checkFinished", results: [result(0, "not_found"), result(1, "name_mismatch")], finishedAt: 1 },
    );
    expect(startDoubt(checked.review)).toEqual({ by: "check", rows: 2, of: 2 });
    const edited = follow("reviewing", checked, {
      type: "cellCorrected",
      row: 2,
      field: "email",
      text: "x@example.com",
    });
    expect(startDoubt(edited.review)).toBeNull();
  });
});
