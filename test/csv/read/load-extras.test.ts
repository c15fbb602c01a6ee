// Words, encodings and dates of other countries are loaded only for a file that needs them, and a file is read without them too.
import { afterEach, describe, expect, test, vi } from "vitest";
import { readCsv as readHere } from "../../../src/csv/read/read-csv.ts";
import type { CsvTable, ReaderExtra, ReadOptions } from "../../../src/csv/table.ts";

const extras: Readonly<Record<ReaderExtra, string>> = {
  languages: "../../../src/csv/mapping/languages/all-languages.ts",
  encodings: "../../../src/csv/read/encodings/guess-encoding.ts",
  dates: "../../../src/csv/text/date-words.ts",
};

afterEach(() => {
  for (const path of Object.values(extras)) vi.doUnmock(path);
  vi.resetModules();
});

/** The functions of "./csv" in a page that can't load any extra. */
async function offline(): Promise<typeof import("../../../src/csv/index.ts")> {
  vi.resetModules();
  for (const path of Object.values(extras)) {
    vi.doMock(path, () => {
      throw new TypeError("Failed to fetch dynamically imported module");
    });
  }
  return import("../../../src/csv/index.ts");
}

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

const files: readonly (readonly [name: string, file: string | Uint8Array, needed: readonly ReaderExtra[]])[] = [
  [
    "the guide's own headers",
    "user_id,email,name,registration_date,last_login_date\n1,ada@example.com,Ada,2024-01-10,2026-05-03T07:22:00Z\n",
    [],
  ],
  [
    "English columns that feed no field",
    "ID,First name,Last name,E-mail,Department,Plan,Manager email,Phone number\n1,Ada,Moore,ada@example.com,Sales,Pro,bo@example.com,+1 555 0100\n",
    [],
  ],
  ["English headers in capitals", "USER_ID,EMAIL,CREATED_AT\n1,ada@example.com,2024-01-10\n", []],
  ["English headers in camel case", "customerId;emailAddress;signUpDate\n1;ada@example.com;10/31/2024\n", []],
  ["names beyond ASCII under English headers", "id,email,name\n1,ada@example.com,Łukasz Müller\n", []],
  ["times as numbers", "id,email,created_at\n1,ada@example.com,1704880800\n", []],
  ["a title above English headers", "Users of the workspace\nid,email,name\n1,ada@example.com,Ada\n", []],
  ["German headers", "Kundennummer;E-Mail;Vorname;Nachname\n1;ada@example.com;Ada;Moore\n", ["languages"]],
  ["Finnish headers in ASCII", "Asiakasnumero,Email,Nimi\n1,ada@example.com,Ada\n", ["languages"]],
  ["Korean headers", "회원번호,이메일\n1,ada@example.com\n", ["languages"]],
  ["no header", "1,ada@example.com,Ada Moore\n2,bo@example.com,Bo Chan\n", ["languages"]],
  ["Windows-1252", latin1("id,email,name\n1,ada@example.com,J\xfcrgen\n"), ["encodings"]],
  ["Spanish months", "id,email,created_at\n1,ada@example.com,10 enero 2024\n", ["dates"]],
  ["a month in the last row only", `id,email,created_at\n${row(300)}1,z@example.com,10 янв. 2024 г.\n`, ["dates"]],
  ["a day period", "id,email,last_login\n1,ada@example.com,2024-01-10 下午 3:05\n", ["dates"]],
  ["Thai years", "id,email,created_at\n1,ada@example.com,25/01/2567\n", ["dates"]],
  ["a zone in the header", "id,email,Created at (GMT+2)\n1,ada@example.com,2024-01-10 09:00\n", ["dates"]],
  ["a zone behind the time", "id,email,created_at\n1,ada@example.com,2024-01-10 09:00:00 CET\n", ["dates"]],
  [
    "all of them",
    latin1("Kundennummer;E-Mail;Name;Erstellt am\n1;ada@example.com;J\xfcrgen;10. Januar 2024\n"),
    ["encodings", "languages", "dates"],
  ],
];

function row(count: number): string {
  return Array.from({ length: count }, (_, at) => `${at},user.${at}@example.com,2024-01-10\n`).join("");
}

describe("a page that can't load extras says so for a file that needs them", () => {
  for (const [name, file, needed] of files) {
    test(`${name}: ${needed.join(", ") || "nothing"}`, async () => {
      const { readCsv } = await offline();
      const read = await readCsv(file);
      if (!read.ok) throw new Error(read.issue.code);
      const notices = read.table.notices.filter(({ code }) => code === "extras_not_loaded");
      expect(notices).toEqual(needed.length === 0 ? [] : [{ code: "extras_not_loaded", extras: needed }]);
    });
  }

  test("English headers beside others are mapped all the same", async () => {
    const { readCsv, suggestMapping } = await offline();
    const read = await readCsv("id,email,Nimi\n1,ada@example.com,Ada Moore\n");
    if (!read.ok) throw new Error(read.issue.code);
    expect((await suggestMapping(read.table)).mapping).toMatchObject({ externalUserId: 0, email: 1 });
  });

  test("loadExtras names what it could not load", async () => {
    const { loadExtras } = await offline();
    expect(await loadExtras()).toEqual(["languages", "encodings", "dates"]);
  });

  test("a code page of DOS that was chosen can't be decoded, so the file is refused", async () => {
    const { readCsv } = await offline();
    const options: ReadOptions = { encoding: "ibm850" };
    const issue = { code: "unreadable", reason: "reader_not_loaded" };
    expect(await readCsv(latin1("id,email\n1,ada@example.com\n"), options)).toEqual({ ok: false, issue });
  });
});

test("they are loaded as soon as the page can", async () => {
  const { readCsv } = await offline();
  const file = latin1("Kundennummer;E-Mail;Name\n1;ada@example.com;J\xfcrgen\n");
  await readCsv(file);
  for (const path of Object.values(extras)) vi.doUnmock(path);
  expect(await readCsv(file)).toMatchObject({ ok: true, table: { notices: [{ code: "encoding_guessed" }] } });
});

test("a file is mapped alike whatever was read before it", async () => {
  vi.resetModules();
  const { loadExtras, readCsv, suggestMapping } = await import("../../../src/csv/index.ts");
  const file = "id,email,name,Kunde,Navn\n1,ada@example.com,Ada Moore,x,Ada\n2,bo@example.com,Bo Chan,y,Bo\n";
  const english = "id,email,Member,Tag,Login\n1,ada@example.com,Ada Moore,x,ada\n2,bo@example.com,Bo Chan,y,bo\n";
  const suggestions = async () =>
    Promise.all(
      [english, file].map(async (text) => {
        const read = await readCsv(text);
        return read.ok && [read.table, await suggestMapping(read.table)];
      }),
    );
  const first = await suggestions();
  expect(await loadExtras()).toEqual([]);
  expect(await suggestions()).toEqual(first);
});

describe("a table of another origin", () => {
  async function table(headers: readonly string[], date = "2024-01-10"): Promise<CsvTable> {
    const read = await readHere(`id,email,created\n1,ada@example.com,${date}\n`);
    if (!read.ok) throw new Error(read.issue.code);
    return { ...read.table, headers: [...headers, "Created"] };
  }

  test.for([
    ["Finnish", ["Käyttäjä-ID", "Sähköposti"]],
    ["German", ["Kundennummer", "E-Mail"]],
    ["Korean", ["회원번호", "이메일"]],
    ["English", ["Customer ID", "Email address"]],
  ] as const)("is understood before anything was read: %s", async ([, headers]) => {
    vi.resetModules();
    const { suggestMapping } = await import("../../../src/csv/index.ts");
    expect((await suggestMapping(await table(headers))).mapping).toMatchObject({ externalUserId: 0, email: 1 });
  });

  test("is not mapped with less than its headers need: the call rejects, and the next one tries again", async () => {
    const { suggestMapping } = await offline();
    const finnish = await table(["Käyttäjä-ID", "Sähköposti"]);
    await expect(suggestMapping(finnish)).rejects.toThrow("Could not be loaded: languages.");
    for (const path of Object.values(extras)) vi.doUnmock(path);
    expect((await suggestMapping(finnish)).mapping).toMatchObject({ externalUserId: 0, email: 1 });
  });

  test("has its dates in words read", async () => {
    vi.resetModules();
    const { detectDateFormats, suggestMapping } = await import("../../../src/csv/index.ts");
    const spanish = await table(["id", "email"], "10 enero 2024");
    const { mapping } = await suggestMapping(spanish);
    expect(detectDateFormats(spanish, mapping).registrationDate?.format).toBe("month_name");
  });

  test("needs no other language for English headers", async () => {
    const { suggestMapping } = await offline();
    expect((await suggestMapping(await table(["id", "email"]))).mapping).toMatchObject({ externalUserId: 0, email: 1 });
  });
});
