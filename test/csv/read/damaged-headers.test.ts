// Names of columns that an export damaged are recognised, and told as they were written.
import { describe, expect, test } from "vitest";
import { suggestMapping } from "../../../src/csv/mapping/suggest-mapping.ts";
import { decodeHeader } from "../../../src/csv/read/damaged-headers.ts";
import { readTable } from "../reading.ts";

const twice = (text: string) => new TextDecoder("windows-1252").decode(new TextEncoder().encode(text));

describe("a damaged name of a column", () => {
  test.each([
    ["encoded twice, in French", "PrÃ©nom et nom", "Prénom et nom"],
    ["encoded twice, in German", twice("Letzte Änderung"), "Letzte Änderung"],
    ["encoded three times", twice(twice("Identifiant créé")), "Identifiant créé"],
    ["encoded twice, in Russian", twice("Дата регистрации"), "Дата регистрации"],
    ["encoded twice, in Japanese", twice("登録日"), "登録日"],
    ["encoded twice, in Polish", twice("Imię i nazwisko"), "Imię i nazwisko"],
    ["with letters of HTML", "Date de cr&eacute;ation", "Date de création"],
    ["with numbers of HTML", "Benutzer&#45;ID", "Benutzer-ID"],
    ["with an encoded ampersand", "Date de cr&amp;eacute;ation", "Date de création"],
    ["encoded twice, then for a page", "Date de cr&Atilde;&#169;ation", "Date de création"],
    ["as bytes of Python", "b'Benutzer-ID'", "Benutzer-ID"],
    ["with codes of JavaScript", "Date de cr\\u00e9ation", "Date de création"],
    ["with codes of an address", "Date%20de%20cr%C3%A9ation", "Date de création"],
  ])("is read without the damage: %s", (_, written, read) => {
    expect(decodeHeader(written)).toBe(read);
  });

  test.each([
    ["Nom et prÃ©nom", "name", "Nom et prénom"],
    [twice("Дата регистрации"), "registrationDate", "Дата регистрации"],
    ["Date d&#39;inscription", "registrationDate", "Date d'inscription"],
    [twice("登録日"), "registrationDate", "登録日"],
    ["Last%20login", "lastLoginDate", "Last login"],
  ] as const)("feeds its field: %s is %s", async (written, field, read) => {
    const { table, fields } = await fieldsOf(written, field === "name" ? "Ann Roe" : "2024-05-01");
    expect([fields[field], table.headers[2]]).toEqual([2, read]);
    expect(table.notices).toEqual([{ code: "headers_decoded", headers: [{ column: 2, written, read }] }]);
  });

  test.each(["keep", "mend"] as const)("is read whatever is done with damaged texts: %s", async (garbled) => {
    const { headers } = await readTable("id,e-mail,PrÃ©nom\n1,a@example.com,Ann\n", { garbled });
    expect(headers).toEqual(["id", "e-mail", "Prénom"]);
  });

  test("proves the header row below a title", async () => {
    const { dialect, headers } = await readTable("Liste\n\nIdentifiant;PrÃ©nom;Courriel\n7;Ann;a@example.com\n");
    expect([dialect.headerRow, headers[1]]).toEqual([3, "Prénom"]);
  });

  test("keeps its place behind names of rows, which the header lacks", async () => {
    const { notices } = await readTable("e-mail,PrÃ©nom\n1,a@example.com,Ann\n2,b@example.com,Bo\n");
    expect(notices).toContainEqual({
      code: "headers_decoded",
      headers: [{ column: 2, written: "PrÃ©nom", read: "Prénom" }],
    });
  });
});

test.each([
  "Prénom",
  "Ação",
  "NÃO",
  "São Tomé",
  "R&D",
  "AT&T; user",
  "Q&A;",
  "100%",
  "50% off",
  "a=b",
  "Größe (m²)",
  "Temp °C",
  "b'",
  "C:\\users",
  "https://example.com/a%20b",
  "顧客番号",
  "Âge",
  "",
])("a name that is merely unusual stays as it is: %s", async (name) => {
  const { headers, notices } = await readTable(`id,email,"${name}"\n1,a@example.com,x\n`);
  expect([headers[2], notices]).toEqual([name, []]);
});

async function fieldsOf(written: string, value: string) {
  const table = await readTable(`id,email,"${written}"\n1,a@example.com,${value}\n2,b@example.com,${value}\n`);
  const { fields } = suggestMapping(table);
  const columns = Object.fromEntries(Object.entries(fields).map(([field, { column }]) => [field, column]));
  return { table, fields: columns };
}
