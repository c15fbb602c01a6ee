// Composed headers: which field they mean, and which only look similar.
import { beforeAll, expect, test } from "vitest";
import { knownHeader } from "../../../src/csv/mapping/known-headers.ts";
import { suggestMapping } from "../../../src/csv/mapping/suggest-mapping.ts";
import { loadLanguages } from "../../../src/csv/read/load-extras.ts";
import { readTable } from "../reading.ts";

beforeAll(loadLanguages);

const meant: [header: string, kind: string | null][] = [
  ["Numéro d'utilisateur", "externalUserId"],
  ["N.º de sócio", "externalUserId"],
  ["Mitglieds-Nr.", "externalUserId"],
  ["Nr użytkownika", "externalUserId"],
  ["利用者番号", "externalUserId"],
  ["會員編號", "externalUserId"],
  ["CUST_NO", "externalUserId"],
  ["Número de usuarios", null],
  ["Numéro de téléphone", null],
  ["Zuletzt eingeloggt am", "lastLoginDate"],
  ["Data ostatniej wizyty", "lastLoginDate"],
  ["LAST_LGN_DTTM", "lastLoginDate"],
  ["Letzte Änderung", null],
  ["Última compra", null],
  ["最終購入日", null],
  ["CUST_NM", "name"],
  ["USER_NM", "username"],
  ["DEPT_NM", null],
  ["Nom du client", "name"],
  ["Nombre de la cuenta", null],
  ["data.full_name", "name"],
  ["name.given", "firstName"],
  ["details.creationDate", "registrationDate"],
  ["status.lastLogin.date", "lastLoginDate"],
  ["details.id", null],
  ["company.name", null],
  ["Create Date (Europe/Berlin)", "registrationDate"],
  ["Email (consent)", null],
];

test.each(meant)("%s: %s", (header, kind) => {
  expect(knownHeader(header)?.kind ?? null).toBe(kind);
});

const ids = (prefix: string) => (index: number) => `${prefix}${1001 + index}`;
const people = [
  "Ann Roe",
  "Bob Ray",
  "Cai Lund",
  "Dee Fox",
  "Eve Orr",
  "Flo Amy",
  "Gil Ott",
  "Hal Poe",
  "Ida Kay",
  "Jon Lee",
];
const things: [name: string, columns: Record<string, (index: number) => string>, expected: object][] = [
  [
    "a word that may be an id is one where machines made the values",
    { Contact: ids(""), Email: (index) => `u${index}@x.de` },
    { externalUserId: 0 },
  ],
  [
    "and none where people did",
    { Contact: (index) => people[index] ?? "", Email: (index) => `u${index}@x.de` },
    { externalUserId: null, name: null },
  ],
  [
    "the same word in every row is nobody's name",
    { "profile.name": () => "Customer", "user.full_name": (index) => people[index] ?? "" },
    { name: 1 },
  ],
  [
    "a user's own id makes the account a company's",
    { "Account ID": () => "acme", "Account created": () => "2024-01-01", "User ID": ids("u"), Email: () => "a@x.de" },
    { externalUserId: 2, registrationDate: null },
  ],
  [
    "what stands in front of most columns is the table's name only where the address has it too",
    {
      "Team member": (index) => people[index] ?? "",
      "Team ID": ids("t"),
      "Team name": () => "Red",
      Email: () => "a@x.de",
    },
    { externalUserId: null, name: null },
  ],
  [
    "a second address is taken where each user has one and there is no first",
    { ID: ids(""), otherMails: (index) => `u${index}@x.de` },
    { externalUserId: 0, email: 1 },
  ],
  ["somebody else's never", { ID: ids(""), managerMail: (index) => `u${index}@x.de` }, { email: null }],
];

test.each(things)("%s", async (_, columns, expected) => {
  const rows = people.map((_, index) => Object.values(columns).map((cell) => cell(index)));
  const table = await readTable([Object.keys(columns), ...rows].map((cells) => cells.join(",")).join("\n"));
  expect(suggestMapping(table).mapping).toMatchObject(expected);
});
