// The suggested mapping of columns to fields.
import { describe, expect, test } from "vitest";
import { type FieldKey, fieldKeys, userFields } from "../../../src/contract/fields.ts";
import { sampleColumn } from "../../../src/csv/mapping/column-evidence.ts";
import { suggestMapping } from "../../../src/csv/mapping/suggest-mapping.ts";
import type { MappingOptions, MappingSuggestion } from "../../../src/csv/mapping/suggestion.ts";
import { readCsv } from "../../../src/csv/read/read-csv.ts";

async function suggest(text: string, options?: MappingOptions): Promise<MappingSuggestion> {
  const result = await readCsv(text);
  if (!result.ok) throw new Error(result.issue.code);
  return suggestMapping(result.table, options);
}

const columns = ({ mapping }: MappingSuggestion) => fieldKeys.map((key) => mapping[key]);

const words = (alias: string) => alias.replace(/([a-z])([A-Z])/g, "$1_$2").split("_");
const spellings: [name: string, spell: (alias: string) => string][] = [
  ["as the guide writes it", (alias) => alias],
  ["in capitals", (alias) => alias.toUpperCase()],
  ["in lower case", (alias) => alias.toLowerCase()],
  ["as Title Case", (alias) => words(alias).map(capitalize).join(" ")],
  ["as camelCase", (alias) => words(alias).map(capitalize).join("")],
  ["with hyphens", (alias) => words(alias).join("-")],
  ["with dots", (alias) => words(alias).join(".")],
  ["with spaces around", (alias) => `  ${words(alias).join(" ")} `],
  ["with other marks", (alias) => `${words(alias).join("/")}*:`],
  ["with accents", (alias) => alias.replaceAll("e", "é").replaceAll("a", "ä")],
  ["in full width", (alias) => alias.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))],
  ["with a byte order mark", (alias) => `\uFEFF${alias}`],
];

describe("every alias of the guide is recognised", () => {
  for (const { key, aliases } of userFields) {
    for (const [name, spell] of spellings) {
      test(`${key} ${name}: ${aliases.map(spell).join(", ")}`, async () => {
        for (const alias of aliases) {
          const { fields } = await suggest(`note,${spell(alias)},other\nx,y,z\n`);
          expect(fields[key]).toMatchObject({ column: 1, how: "alias", reason: { code: "alias", alternatives: [] } });
        }
      });
    }
  }
});

describe("several columns for one field", () => {
  const cases: [headers: string, field: FieldKey, column: number, alternatives: number[]][] = [
    ["id,user_id,email", "externalUserId", 1, [0]],
    ["customerid,legacyid,id,userid,externalUserId", "externalUserId", 4, [3, 2, 1, 0]],
    ["mail,emailaddress,email", "email", 2, [1, 0]],
    ["display_name,full_name,name", "name", 2, [1, 0]],
    ["email,email", "email", 0, [1]],
  ];
  for (const [headers, field, column, alternatives] of cases) {
    test(`${headers}: ${field} is column ${column + 1}`, async () => {
      const { fields } = await suggest(`${headers}\n${headers.replace(/\w+/g, "x")}\n`);
      expect(fields[field]).toMatchObject({
        column,
        how: "alias",
        reason: { code: "alias", header: headers.split(",")[column], alternatives },
      });
    });
  }
});

describe("a host's own aliases", () => {
  test("extend the guide's and are preferred to them", async () => {
    const text = "id;Kunden-Nr.;E-Mail;Letzte Anmeldung\n1;2;a@example.com;2026-01-01\n";
    const aliases = { externalUserId: ["kundennr"], lastLoginDate: ["Letzte Anmeldung"] };
    expect(columns(await suggest(text, { aliases }))).toEqual([1, 2, null, null, 3]);
  });

  test("give one column to one field only", async () => {
    const aliases = { externalUserId: ["login"], email: ["login"] };
    expect(columns(await suggest("login,other\na@example.com,x\n", { aliases }))).toEqual([0, null, null, null, null]);
  });
});

describe("first and last name", () => {
  const cases: [headers: string, cells: string, expected: object | null][] = [
    ["user_id,email,First name,Last name", "1,a@x.de,Ann,Roe", { columns: [2, 3], separator: " " }],
    ["user_id,email,Last name,First name", "1,a@x.de,Roe,Ann", { columns: [3, 2], separator: " " }],
    ["user_id,email,Vorname,Name", "1,a@x.de,Ann,Roe", { columns: [2, 3], separator: " " }],
    ["user_id,email,Nome,Cognome", "1,a@x.de,Ann,Roe", { columns: [2, 3], separator: " " }],
    ["user_id,email,姓,名", "1,a@x.de,王,伟", { columns: [2, 3], separator: "" }],
    ["user_id,メールアドレス,姓,名", "1,a@x.de,山田,太郎", { columns: [2, 3], separator: " " }],
    ["user_id,email,Keresztnév,Vezetéknév", "1,a@x.de,Ann,Roe", { columns: [3, 2], separator: " " }],
    ["user_id,email,First name,Last name,Full name", "1,a@x.de,Ann,Roe,", { columns: [2, 3], separator: " " }],
    ["user_id,email,First name,Last name,Full name", "1,a@x.de,Ann,Roe,Ann Roe", null],
    ["user_id,email,First name,Name", "1,a@x.de,Ann,Ann Roe", null],
    ["user_id,email,First name", "1,a@x.de,Ann", null],
  ];
  for (const [headers, cells, expected] of cases) {
    test(`${headers} / ${cells}: ${expected ? "offered to be joined" : "not offered"}`, async () => {
      expect((await suggest(`${headers}\n${cells}\n`)).nameColumns).toEqual(expected);
    });
  }
});

describe("columns without a field", () => {
  test("are listed by position", async () => {
    const { ignored } = await suggest("Email consent,email,Company Name,user_id\nyes,a@example.com,Acme,1\n");
    expect(ignored).toEqual([0, 2]);
  });
});

describe("a table without header", () => {
  const guide = "id_101,a@example.com,Ann,2024-01-10,2026-04-30\nid_102,b@example.com,Bob,,2026-05-01\n";
  const cases: [name: string, text: string, expected: (number | null)[]][] = [
    ["the guide's five columns", guide, [0, 1, 2, 3, 4]],
    ["the two required columns", "1,a@example.com\n2,b@example.com\n", [0, 1, null, null, null]],
    ["dates that are none", guide.replaceAll("2026", "soon"), [null, 1, null, null, null]],
    ["ids that repeat", guide.replaceAll("102", "101"), [null, 1, null, null, null]],
    ["emails in another place", "a@example.com,1\nb@example.com,2\n", [null, 0, null, null, null]],
    ["two columns of emails", "1,a@example.com,c@example.com\n2,b@example.com,d@example.com\n", Array(5).fill(null)],
    ["no emails", "1,2\n3,4\n", Array(5).fill(null)],
  ];
  for (const [name, text, expected] of cases) {
    test(`${name}: ${JSON.stringify(expected)}`, async () => {
      expect(columns(await suggest(text))).toEqual(expected);
    });
  }

  test("one invalid email among many does not hide the column of emails, and the guess gives its counts", async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `${index},x,user.${index}@example.com`);
    const { fields } = await suggest([...rows, "31,x,broken"].join("\n"));
    expect(fields.email).toMatchObject({ column: 2, how: "guess", reason: { code: "values", matching: 30, of: 31 } });
  });

  test("two columns of emails are reported as ambiguous", async () => {
    const { fields } = await suggest("1,a@example.com,c@example.com\n");
    expect(fields.email).toMatchObject({ column: null, how: "none", reason: { code: "ambiguous", columns: [1, 2] } });
  });
});

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

test("a long file with a repeating pattern is sampled at varying positions", async () => {
  const names = Array.from(
    { length: 100 },
    (_, at) => `Ann ${String.fromCharCode(97 + (at % 26))}${"ab"[at % 2]}${at}`,
  );
  const rows = Array.from({ length: 10_000 }, (_, at) => `u${at},p${at}@example.com,${names[at % 100]}`);
  const { table } = (await readCsv(["user_id,email,name", ...rows].join("\n"))) as Extract<
    Awaited<ReturnType<typeof readCsv>>,
    { ok: true }
  >;
  const seen = sampleColumn(table, 2);
  // 2 of 200 with every fiftieth row.
  expect(seen.unique).toBeGreaterThan(0.3);
  expect(seen.count).toBe(200);
});

describe("forty thousand columns of one kind", () => {
  test("with the same header and cells: the first is taken, and a few hundred are offered", async () => {
    const row = (cell: string) => Array(40_000).fill(cell).join(",");
    const { mapping, fields } = await suggest(`${row("email")}\n${row("ada@example.com")}\n`);
    expect(mapping.email).toBe(0);
    const { reason } = fields.email;
    expect("alternatives" in reason && reason.alternatives.length).toBe(199);
  });

  test("with different headers: known ones among them are found", async () => {
    const headers = Array.from({ length: 40_000 }, (_, at) =>
      at === 999 ? "email" : String(at).replace(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? ""),
    );
    const cells = headers.map((_, at) => (at === 999 ? "ada@example.com" : "x"));
    const { mapping } = await suggest(`${headers.join(",")}\n${cells.join(",")}\n`);
    expect(mapping.email).toBe(999);
  });
});
