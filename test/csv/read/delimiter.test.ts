// The choice of the delimiter, and its reason.
import { describe, expect, test } from "vitest";
import { chooseDelimiter, readDeclaration } from "../../../src/csv/read/delimiter.ts";
import type { Delimiter } from "../../../src/csv/table.ts";

describe("the delimiter", () => {
  const cases: [name: string, text: string, delimiter: Delimiter][] = [
    ["commas", "user_id,email\n1,a@x.de\n", ","],
    ["semicolons", "user_id;email\n1;a@x.de\n", ";"],
    ["tabs", "user_id\temail\n1\ta@x.de\n", "\t"],
    ["pipes", "user_id|email\n1|a@x.de\n", "|"],
    ["one row", "1;a@x.de", ";"],
    ["a comma in every quoted name", 'id;name;email\n1;"Roe, A";a@x.de\n2;"Roe, B";b@x.de\n', ";"],
    ["a comma in every unquoted name, no header", "1;Roe, A;a@x.de\n2;Roe, B;b@x.de\n", ";"],
    ["more semicolons than commas", "id,email,tags\n1,a@x.de,p;q;r;s;t\n2,b@x.de,p;q;r;s;t\n", ","],
    ["quoted cells full of semicolons", 'id,email,tags\n1,a@x.de,"p;q;r"\n2,b@x.de,"p;q;r"\n', ","],
    ["decimal commas", "id;email;sum\n1;a@x.de;1,50\n2;b@x.de;2,50\n", ";"],
    ["title rows above", "Export, May\n\nid;email;name\n1;a@x.de;A\n2;b@x.de;B\n", ";"],
    ["line breaks in quotes", 'id;note;email\n1;"a, b\nc, d\ne, f";a@x.de\n', ";"],
    ["quoted throughout", '"id";"email"\n"1";"a@x.de"\n', ";"],
    ["rows of different length", "id;email;name\n1;a@x.de\n2;b@x.de;B;x\n3;c@x.de;C\n", ";"],
  ];
  for (const [name, text, delimiter] of cases) {
    test(`${name}: ${JSON.stringify(delimiter)}`, () => expect(chooseDelimiter(text).delimiter).toBe(delimiter));
  }

  test("is given with its reason and the runner-up", () => {
    expect(chooseDelimiter("id;name;email\n1;Roe, A;a@x.de\n2;Roe, B;b@x.de\n").reason).toEqual({
      code: "consistent",
      fit: { delimiter: ";", columns: 3, agreeing: 3, sampled: 3, score: 1 },
      runnerUp: { delimiter: ",", columns: 2, agreeing: 2, sampled: 3, score: 0.333 },
    });
  });

  test("is a comma where no delimiter occurs", () => {
    expect(chooseDelimiter("email\na@x.de\n")).toMatchObject({ delimiter: ",", reason: { code: "single_column" } });
  });

  test("is found in the beginning of a large file, cut anywhere", () => {
    const text = 'id;name;email\n1;"Roe; A";a@x.de\n'.repeat(50_000);
    expect(chooseDelimiter(text).reason).toMatchObject({ fit: { delimiter: ";", columns: 3 }, runnerUp: null });
  });
});

describe("a first line that names the delimiter", () => {
  const cases: [text: string, declaration: object | null][] = [
    ["sep=;\r\na;b", { delimiter: ";", length: 7 }],
    ["SEP=,\na,b", { delimiter: ",", length: 6 }],
    ["sep=\t\na\tb", { delimiter: "\t", length: 6 }],
    ["sep=|", { delimiter: "|", length: 5 }],
    ["sep=^\na^b", null],
    ["sep=;x\n", null],
    ['"sep=;"\n', null],
    ["a,b\nsep=;\n", null],
    ["", null],
  ];
  for (const [text, declaration] of cases) {
    test(JSON.stringify(text), () => expect(readDeclaration(text)).toEqual(declaration));
  }
});
