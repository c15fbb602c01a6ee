// Tests whose emails a column holds: the user's, another person's, or a question for a person.
import { describe, expect, test } from "vitest";
import { suggestMapping } from "../../../src/csv/mapping/suggest-mapping.ts";
import { stringify } from "../../../src/csv/write/stringify.ts";
import { readTable } from "../reading.ts";

// A table with one column of emails, different ones or two that repeat, under this header.
async function suggestEmail(header: string, isShared = false) {
  const email = (row: number) => (isShared ? `person.${row % 2}@example.com` : `person.${row}@example.com`);
  const rows = Array.from({ length: 12 }, (_, row) => [`u${(row * 37) % 101}`, email(row), `Note ${row % 3}`]);
  return suggestMapping(await readTable(stringify([["User ID", header, "Remark"], ...rows]))).fields.email;
}

const others =
  `Teacher|Coach|Advisor|Manager|Landlord|Modified By|Assigned To|Last Modified By|Mentor|Approver|Emergency Contact|Parent 1 Email|
  Mother Email|Supervisor's email address|managerMail|Account Manager|Requester|Doctor|Broker|Reply-To|Reports To|Line Manager E-mail|
  Vorgesetzten-E-Mail|E-Mail des Betreuers|Rechtsanwalt|E-mail du responsable|Correo del tutor|Email do gestor|Email del docente|
  E-mail van de begeleider|E-mail rodzica|Chefens e-post|Vårdnadshavarens e-post|Lærer|Foresattes e-post|Opettajan sähköposti|
  Huoltajan sähköposti|E-mail učitele|Email rodiča|Szülő e-mail címe|Email profesor|Veli e-posta|Öğretmen e-postası|Почта руководителя|
  Email родителя|Пошта менеджера|Пошта вчителя|Email καθηγητή|بريد المعلم|البريد الإلكتروني للمدير|מייל המורה|담당자 이메일|선생님 이메일|
  학부모 이메일|Email giáo viên|Email phụ huynh|Email Atasan|Email wali|担任メール|上司のメールアドレス|主管邮箱|家长邮箱|E-pošta roditelja|E-pošta nastavnika|Е-пошта родитеља|
  E-pošta staršev|Имейл на учителя|Имейл на ръководителя|Е-пошта на родителот|Vadovo el. paštas|Tėvų el. paštas|Skolotāja e-pasts|
  Vecāku e-pasts|Õpetaja e-post|Juhi e-post|อีเมลครู|อีเมลผู้จัดการ|शिक्षक ईमेल|प्रबंधक का ईमेल|पिता का ईमेल|ایمیل مدیر|
  ایمیل معلم|მასწავლებლის ელფოსტა|მშობლის ელფოსტა|E-mel guru|E-mel penjaga|Correu del professor|Correu dels pares|
  Netfang kennara|Netfang foreldra|Netfang yfirmanns`.split(/\s*\|\s*/);

describe("another person's emails are never the user's, even when each is different", () => {
  test.each(others)("%s", async (header) => {
    expect(await suggestEmail(header)).toMatchObject({ column: null });
  });
});

const unknown = ["Line lead", "Scoutmaster", "Billing contact", "Physio", "Zorp", "GP", "Email Zorp", "Principal"];

describe("a header with a word that is not known asks", () => {
  test.each(unknown)("%s", async (header) => {
    const reason = { code: "doubtful_emails", doubt: "header", columns: [1] };
    expect(await suggestEmail(header)).toMatchObject({ column: null, how: "none", reason });
  });
});

const own =
  `Kontakt|Contact|Column 3|Login|Username|x|User|Subscriber|Email address of the student|What is your email address?|E-Mail Kunde|
  Dienstliche E-Mail|Sähköpostiosoite|E-postadress|Elevens e-post|Correo del cliente|고객 이메일|Email khách hàng|Email Siswa|会員メール|
  Електронна пошта користувача|Ηλ. διεύθυνση πελάτη|البريد الإلكتروني للطالب|Kullanıcının e-postası|E-mail uživatele|
  E-pošta učenika|Имејл корисника|E-poštni naslov stranke|Имейл на клиента|Kliento el. paštas|Klienta e-pasts|Kasutaja e-post|
  อีเมลลูกค้า|ग्राहक ईमेल|ایمیل کاربر|მომხმარებლის ელფოსტა|E-mel pelanggan|Correu de l'alumne|Netfang nemanda`.split(
    /\s*\|\s*/,
  );

describe("the user's own emails", () => {
  test.each(own)("%s is the column when each is different", async (header) => {
    expect(await suggestEmail(header)).toMatchObject({ column: 1 });
  });

  test.each(own)("%s is never certain when two addresses repeat", async (header) => {
    const { how, reason } = await suggestEmail(header, true);
    expect(how).not.toBe("alias");
    expect(reason).toMatchObject({ code: "doubtful_emails", doubt: "repeated", matching: 2, of: 12 });
  });
});

type Expected = readonly [name: string, text: string, email: object];

const tables: readonly Expected[] = [
  [
    "a private and a work address",
    "id,E-mail (private),E-mail (work)\n1,a@example.com,a@example.org\n2,b@example.com,b@example.org",
    { column: null, reason: { code: "ambiguous", columns: [1, 2] } },
  ],
  [
    "a work and a personal address",
    "id,Work email,Personal email\n1,a@example.com,a@example.org\n2,b@example.com,b@example.org",
    { column: null, reason: { code: "ambiguous", columns: [1, 2] } },
  ],
  ...[
    "Private E-Mail,Geschäftliche E-Mail",
    "E-post skola,E-post hem",
    "Current email,New email",
    "Work email,Zorp",
  ].map(
    (headers): Expected => [
      `two kinds of addresses of which one is not known: ${headers}`,
      `id,${headers}\n1,a@example.com,a@example.org\n2,b@example.com,b@example.org`,
      { column: null, reason: { code: "ambiguous", columns: [1, 2] } },
    ],
  ),
  [
    "a guess beside the same addresses",
    "id,Work email,Zorp\n1,a@example.com,a@example.com\n2,b@example.com,B@example.com",
    { column: 1 },
  ],
  [
    "one header twice, with different addresses",
    "id,E-mail,E-mail\n1,a@example.com,a@example.org\n2,b@example.com,b@example.org",
    { column: null, reason: { code: "ambiguous", columns: [1, 2] } },
  ],
  [
    "one header twice, with the same addresses",
    "id,E-mail,E-mail\n1,a@example.com,a@example.com\n2,b@example.com,B@example.com",
    { column: 1, how: "alias" },
  ],
  ["a work address alone", "id,Work email\n1,a@example.com\n2,b@example.com", { column: 1, how: "alias" }],
  [
    "the user's address beside a fuller one of the boss",
    "id,E-Mail Kunde,Chef\n1,a@example.com,x@example.com\n2,,y@example.com\n3,c@example.com,z@example.com",
    { column: 1 },
  ],
  [
    "addresses with a second one in some rows",
    `id,Contact\n${Array.from({ length: 10 }, (_, row) => `${row},p${row}@example.com${row < 7 ? "" : " ::: b@example.org"}`).join("\n")}`,
    { column: null, reason: { code: "doubtful_emails", doubt: "few", columns: [1], matching: 7, of: 10 } },
  ],
  [
    "the same without header",
    Array.from({ length: 10 }, (_, row) => `${row},p${row}@example.com${row < 7 ? "" : " ::: b@example.org"}`).join(
      "\n",
    ),
    { column: null, reason: { code: "doubtful_emails", doubt: "few", columns: [1], matching: 7, of: 10 } },
  ],
  [
    "two addresses that repeat, without header",
    Array.from({ length: 10 }, (_, row) => `${1000 + row * 7},b${row % 2}@example.com`).join("\n"),
    { column: null, reason: { code: "doubtful_emails", doubt: "repeated", columns: [1] } },
  ],
  [
    "login names of a tenant beside an empty column of emails",
    "id,mail,userPrincipalName\n1,,1a2b3c4d-1111-2222-3333-444455556666@t.onmicrosoft.com\n2,,5a2b3c4d-1111-2222-3333-444455556666@t.onmicrosoft.com",
    { column: 1 },
  ],
  [
    "login names that look like emails beside an empty column of emails",
    "id,mail,userPrincipalName\n1,,ada@example.com\n2,,bo@example.com",
    { column: null, reason: { code: "ambiguous", columns: [1, 2] } },
  ],
  [
    "login names of a tenant alone",
    "id,userPrincipalName\n1,ada@t.onmicrosoft.com\n2,bo@t.onmicrosoft.com",
    { column: null },
  ],
  ["login names alone", "id,userPrincipalName\n1,ada@example.com\n2,bo@example.com", { column: 1, how: "alias" }],
];

describe("a table with", () => {
  test.each(tables)("%s", async (_, text, email) => {
    expect(suggestMapping(await readTable(text)).fields.email).toMatchObject(email);
  });
});
