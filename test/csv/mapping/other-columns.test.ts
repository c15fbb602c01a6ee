// Columns that are not the user's id or name, and known columns whose cells are something else.
import { describe, expect, test } from "vitest";
import type { FieldKey } from "../../../src/contract/fields.ts";
import { suggestMapping } from "../../../src/csv/mapping/suggest-mapping.ts";
import { readTable } from "../reading.ts";

type Case = readonly [name: string, text: string, field: FieldKey, expected: object];

const cases: readonly Case[] = [
  [
    "a running number is no id beside a staff id",
    "No.,Staff ID,Email\n1,ST9,ada@example.com\n2,ST4,bo@example.com",
    "externalUserId",
    { column: null, reason: { code: "usernames", columns: [1] } },
  ],
  [
    "a running number is no id beside a login",
    "Nr;Login;E-Mail\n3;ada;ada@example.com\n2;bo;bo@example.com\n1;cy;cy@example.com",
    "externalUserId",
    { column: null, reason: { code: "usernames", columns: [1] } },
  ],
  [
    "a running number is no id beside unique codes under an unknown header",
    "Number,Badge,Email\n1,B-12,ada@example.com\n2,B-77,bo@example.com",
    "externalUserId",
    { column: null, reason: { code: "usernames", columns: [1] } },
  ],
  [
    "a running number without header is no id beside codes",
    Array.from({ length: 6 }, (_, row) => `${row + 1},K${row * 7},u${row}@example.com`).join("\n"),
    "externalUserId",
    { column: 1 },
  ],
  [
    "the numbers of tickets are no ids, as their emails repeat",
    "Number,Subject,Email\n1001,a,ada@example.com\n1003,b,bo@example.com\n1007,c,ada@example.com\n1009,d,ada@example.com",
    "externalUserId",
    { column: null },
  ],
  ...(
    [
      ["a ticket", "Ticket ID,Email,Created"],
      ["an order", "Order number,Email,Created at"],
      ["a case in German", "Auftragsnr.,E-Mail,Erstellt am"],
      ["an order in French", "N° de commande,E-mail,Date de création"],
      ["an order in Japanese", "注文番号,メールアドレス,作成日"],
    ] as const
  ).map(
    ([name, headers]): Case => [
      `the date of ${name} is no registration`,
      `${headers}\n71,ada@example.com,2024-05-01\n88,bo@example.com,2024-05-02`,
      "registrationDate",
      { column: null },
    ],
  ),
  [
    "the date since which somebody is a subscriber is not taken before that of the customer",
    "Email,Subscriber Since,Customer Since\nada@example.com,2024-05-01,2024-04-01\nbo@example.com,2024-05-02,2024-04-02",
    "registrationDate",
    { column: 2 },
  ],
  [
    "the customer's own date beside an order is the registration",
    "Order ID,Email,Customer created at\n71,ada@example.com,2024-05-01\n88,bo@example.com,2024-05-02",
    "registrationDate",
    { column: 2 },
  ],
  [
    "a number of orders is no order",
    "Orders,Email,Created\n7,ada@example.com,2024-05-01\n8,bo@example.com,2024-05-02",
    "registrationDate",
    { column: 2 },
  ],
  [
    "the first of several addresses in a path is the email",
    "_id,emails.0.address,emails.0.verified\n71,ada@example.com,true\n88,bo@example.com,true",
    "email",
    { column: 1, how: "alias" },
  ],
  [
    "a running number alone is a guess",
    "No.,Email,Phone\n1,ada@example.com,5551112222\n2,bo@example.com,5551112229",
    "externalUserId",
    { column: 0, how: "guess" },
  ],
  [
    "a running customer number is an id, whatever stands beside",
    "Customer No.,Username,Email\n1,ada,ada@example.com\n2,bo,bo@example.com",
    "externalUserId",
    { column: 0, how: "alias" },
  ],
  [
    "the number of a ticket is no id beside the id of a person",
    "Number,Requester ID,Email\n1001,3f0c1a52-77aa-4b7e-9d11-0d7f5f2b9c01,ada@example.com\n1009,4f0c1a52-77aa-4b7e-9d11-0d7f5f2b9c02,bo@example.com",
    "externalUserId",
    { column: null, reason: { code: "usernames", columns: [1] } },
  ],
  [
    "a bare number is no id beside a number that says whose it is",
    "Nr.;Antragsteller-Nr.;E-Mail\n4711;88;ada@example.com\n4799;93;bo@example.com",
    "externalUserId",
    { column: null, reason: { code: "usernames", columns: [1] } },
  ],
  [
    "a bare number stays the id beside a phone number",
    "No.,Email,Phone No.\n4711,ada@example.com,5551112222\n4717,bo@example.com,5551112229",
    "externalUserId",
    { column: 0, how: "guess" },
  ],
  [
    "a legal name is a company's",
    "id,email,Legal name\n1,a@x.de,Acme Tools\n2,b@x.de,Beta Works",
    "name",
    { column: null },
  ],
  [
    "a full legal name is a person's",
    "id,email,Full legal name\n1,a@x.de,Ann Roe\n2,b@x.de,Bo Ray",
    "name",
    { column: 2 },
  ],
  [
    "a screen name is chosen freely",
    "id,email,Screen name\n1,a@x.de,Red Fox\n2,b@x.de,Blue Cat",
    "name",
    { column: null },
  ],
  [
    "a nickname is no name in other languages either",
    "id,Почта,Никнейм\n1,a@x.de,Красная Лиса\n2,b@x.de,Синий Кот\n3,c@x.de,Рыжий Пёс",
    "name",
    { column: null },
  ],
  [
    "a username of full names is the name where the emails hold them",
    "id,email,Username\n1,ann.lee@x.de,Ann Lee\n2,broy@x.de,Bo Roy\n3,cy.fox@x.de,Cy Fox",
    "name",
    { column: 2, how: "guess" },
  ],
  ["a nickname may hold blanks", "id,email,Nickname\n1,a@x.de,Red Fox\n2,b@x.de,Blue Cat", "name", { column: null }],
  ...[
    "Created (Eastern Time)",
    "Registriert (Berliner Zeit)",
    "Creado (hora local)",
    "登録日（日本時間）",
    "Joined [IST]",
  ].map(
    (header): Case => [
      `a remark in brackets leaves a column of dates known: ${header}`,
      `id,email,${header}\n1,a@x.de,2024-07-10 09:05\n2,b@x.de,2024-01-11 09:05`,
      "registrationDate",
      { column: 2, how: "alias" },
    ],
  ),
  [
    "a remark in brackets tells what no date is",
    "id,email,Last login (IP)\n1,a@x.de,203.0.113.7\n2,b@x.de,203.0.113.8",
    "lastLoginDate",
    { column: null, reason: { code: "no_match" } },
  ],
  [
    "names of companies are not persons'",
    "id,email,Customer name\n1,a@x.de,Acme GmbH\n2,b@x.de,Beta Ltd\n3,c@x.de,Jo Roe",
    "name",
    { column: null, reason: { code: "unfit_values", header: "Customer name", column: 2 } },
  ],
  [
    "names of one word are half a name where the emails hold the words of another column too",
    "Nama,Marga,Surel\nAna,Siregar,ana.siregar@x.de\nBudi,Sitompul,b.sitompul@x.de\nÇa,Nasution,ca.nasution@x.de",
    "name",
    { column: null, reason: { code: "ambiguous", columns: [0, 1] } },
  ],
  [
    "full names are the name under an unknown header, where the emails hold their words",
    "Nambari,Jina kamili,Email\n1,Ann Lee,ann.lee@x.de\n2,Bo Roy,broy@x.de\n3,Cy Fox,cy@x.de",
    "name",
    { column: 1, how: "guess" },
  ],
  [
    "names of companies are not, as the emails hold other words",
    "No,Customer,Email\n1,Acme Tools,info@acme.com\n2,Beta Works,ann.lee@beta.com\n3,Delta Metal,bo@delta.com",
    "name",
    { column: null },
  ],
  [
    "names of teachers are not, although their emails hold them",
    "id,Teacher,Teacher email,Email\n1,Pat Kay,pat.kay@x.de,a1@x.de\n2,Kim Poe,kim.poe@x.de,a2@x.de\n3,Di Orr,di.orr@x.de,a3@x.de",
    "name",
    { column: null },
  ],
  [
    "two columns of full names decide nothing",
    "id,Known as,In papers,Email\n1,Ann Lee,Ann Lee,ann@x.de\n2,Bo Roy,Bo Roy,bo@x.de\n3,Cyd Fox,Cyd Fox,cyd@x.de",
    "name",
    { column: null },
  ],
  [
    "names of one word are names beside towns",
    "Nombre,Pueblo,Correo\nJosé,Bilbao,jose@x.de\nMaría,Sevilla,maria@x.de\nÁngel,Madrid,angel@x.de",
    "name",
    { column: 0, how: "alias" },
  ],
  [
    "dates that are none are told under their header",
    "id,email,Joined\n7,ada@example.com,yes\n8,bo@example.com,no",
    "registrationDate",
    { column: null, reason: { code: "unfit_values", header: "Joined", column: 2 } },
  ],
  [
    "emails that are none are told under their header",
    "id,E-Mail-Adresse\n7,ja\n8,nein",
    "email",
    { column: null, reason: { code: "unfit_values", header: "E-Mail-Adresse", column: 1 } },
  ],
  ...["ada(at)example.com", "Ada Moore <ada@example.com>", "“ada@example.com”", "ada at example dot com"].map(
    (email): Case => [
      `emails such as ${email} keep their known column, which needs a look`,
      `id,E-Mail-Adresse,Kontakt\n7,${email},ada@x.de\n8,${email},bo@x.de`,
      "email",
      { column: 1, how: "alias", confidence: 0 },
    ],
  ),
];

describe("what a column is", () => {
  test.each(cases)("%s", async (_, text, field, expected) => {
    expect(suggestMapping(await readTable(text)).fields[field]).toMatchObject(expected);
  });
});
