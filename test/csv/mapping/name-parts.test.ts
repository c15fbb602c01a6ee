// First and last names under headers with a word for the user, which are joined instead of taken for full names.
import { describe, expect, test } from "vitest";
import { suggestMapping } from "../../../src/csv/mapping/suggest-mapping.ts";
import { readTable } from "../reading.ts";

async function suggest(headers: string, rows: readonly string[]) {
  const table = await readTable([`id;${headers};E-Mail`, ...rows].join("\n"));
  return suggestMapping(table);
}

const rows = ["1001;Ada;Moore;ada@example.com", "1002;Bo;Chan;bo@example.com", "1003;Cy;Roe;cy@example.com"];

describe("halves of names are offered to be joined", () => {
  test.each([
    ["Müşteri Adı;Müşteri Soyadı", [1, 2]],
    ["Üyenin adı;Üyenin soyadı", [1, 2]],
    ["Nombre del cliente;Apellidos del cliente", [1, 2]],
    ["Prénom du client;Nom du client", [1, 2]],
    ["Nom du client;Prénom du client", [2, 1]],
    ["Nome do cliente;Sobrenome do cliente", [1, 2]],
    ["Nome cliente;Cognome cliente", [1, 2]],
    ["Imię klienta;Nazwisko klienta", [1, 2]],
    ["Имя клиента;Фамилия клиента", [1, 2]],
    ["Vorname des Kunden;Nachname des Kunden", [1, 2]],
    ["Kundenvorname;Kundennachname", [1, 2]],
    ["Voornaam klant;Achternaam klant", [1, 2]],
    ["Customer name;Customer surname", [1, 2]],
    ["User first name;User surname", [1, 2]],
  ])("%s", async (headers, columns) => {
    const { mapping, nameColumns } = await suggest(headers, rows);
    expect(mapping.name).toBeNull();
    expect(nameColumns).toEqual({ columns, separator: " " });
  });

  test.each(["お名前(姓);お名前(名)", "氏名（姓）;氏名（名）"])("%s, the family name first", async (headers) => {
    const japanese = ["1001;佐藤;太郎;a@example.com", "1002;鈴木;花子;b@example.com"];
    const { mapping, nameColumns } = await suggest(headers, japanese);
    expect(mapping.name).toBeNull();
    expect(nameColumns).toEqual({ columns: [1, 2], separator: " " });
  });
});

test.each(["Nombre del cliente;Apellidos del cliente", "Müşteri Adı;Müşteri Soyadı", "Customer name;Customer surname"])(
  "full names beside a last name stay: %s",
  async (headers) => {
    const full = ["1;Ada Moore;Moore;ada@x.org", "2;Bo Chan;Chan;bo@x.org", "3;Cy Roe;Roe;cy@x.org"];
    const { mapping, nameColumns } = await suggest(headers, full);
    expect(mapping.name).toBe(1);
    expect(nameColumns).toBeNull();
  },
);

test("the emails of an account, which repeat, do not hide the names in those of the users", async () => {
  const table = await readTable(
    [
      "account_email,user_id,user_name,user_email",
      ...["Ada Moore", "Bo Chan", "Cyrus Roe"].map(
        (name, row) => `team@example.com,${row + 70},${name},${name.toLowerCase().replace(" ", ".")}@example.com`,
      ),
    ].join("\n"),
  );
  expect(suggestMapping(table).fields.name).toMatchObject({ column: 2, how: "guess" });
});
