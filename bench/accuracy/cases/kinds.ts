// Kinds of damage and doubt: what has to be found, asked and told, where reading alone would be silently wrong.
import type { Sheet } from "../make/sheet.ts";

const de = { names: "de", delimiter: ";" } as const;
const ru = { names: "ru", delimiter: ";" } as const;

const addresses: readonly Sheet[] = [
  {
    name: "a name around the address",
    columns: "Kunden-ID=num>id; E-Mail-Adresse=named>email; Ort=city",
    ...de,
    told: ["doubted: email", "repair: email"],
  },
  {
    name: "curly quotes around the address",
    columns: "id=num>id; email=curly>email; name=full>name",
    told: ["doubted: email", "repair: email"],
  },
  {
    name: "links to the address",
    columns: "ID=num>id; Correo=mailto>email; Nombre completo=full>name",
    names: "es",
    told: ["doubted: email", "repair: email"],
  },
  {
    name: "words in place of the sign",
    columns: "id=num>id; Courriel=atword>email; Nom complet=full>name",
    names: "fr",
    expect: (table) => ({ ...table, rows: [] }),
    told: ["doubted: email", "repair: email"],
  },
  {
    name: "several addresses in some cells",
    columns: "id=num>id; Contact=twomails; City=city",
    told: ["asked: email, doubtful_emails"],
  },
];

const texts: readonly Sheet[] = [
  { name: "codes of HTML", columns: "id=num>id; email=email>email; name=entities>name", told: ["entities_found"] },
  { name: "bytes of Python", columns: "id=num>id; email=email>email; name=pybytes>name", told: ["bytes_found"] },
  { name: "codes of letters", columns: "id=num>id; email=email>email; name=ucodes>name", told: ["codes_found"] },
  { name: "letters lost", columns: "id=num>id; email=email>email; name=lost>name", told: ["letters_lost"] },
  {
    name: "letters replaced",
    columns: "id=num>id; email=email>email; name=replaced>name",
    told: ["characters_damaged"],
  },
];

const idsAndDates: readonly Sheet[] = [
  {
    name: "logins at the epoch",
    columns: "id=num>id; email=email>email; last_login=1970-01-01/2025-02-03/2025-04-05>seen",
    rows: 20,
    told: ["placeholders"],
  },
  {
    name: "zeros for no login",
    columns: "id=num>id; email=email>email; created_at=epoch>since; last_login=0/0/0/1738570000>seen",
    rows: 30,
    expect: (table) => ({ ...table, converted: { ...table.converted, lastLoginDate: "" } }),
    told: ["placeholders", "null texts"],
  },
  {
    name: "dates to come",
    columns: "id=num>id; email=email>email; created_at=2031-01-02/2031-05-06/2032-07-08/2033-09-10/2034-11-12>since",
    told: ["future"],
  },
  {
    name: "dates too early",
    columns: "id=num>id; email=email>email; created_at=1971-05-06/1968-02-03>since",
    told: ["early"],
  },
  {
    name: "logins before the registration",
    columns: "id=num>id; email=email>email; created_at=day@seen>since; last_login=day@since>seen",
    told: ["login_before_registration"],
  },
  {
    name: "Persian years",
    columns: "شناسه کاربر=num>id; ایمیل=email>email; تاریخ عضویت=persian>since",
    names: "fa",
    told: [],
  },
  {
    name: "known dates that can't be read",
    columns: "id=num>id; email=email>email; Created=KW 4 2023/KW 17 2024>since",
    told: ["doubted: registrationDate"],
  },
  { name: "ids as decimals", columns: "id=floatid>id; email=email>email", told: ["ids: decimals"] },
  { name: "ids as powers of ten", columns: "User ID=sciid>id; Email=email>email", told: ["ids: exponents"] },
  { name: "ids in groups", columns: "Member ID=groupid>id; Email=email>email", told: ["ids: groups"] },
  { name: "ids as dates", columns: "id=dateid>id; Email=email>email", told: ["ids: dates"] },
  {
    name: "a running number beside a code",
    columns: "No.=seq; Badge=code; Email=email>email",
    told: ["asked: externalUserId, usernames"],
  },
  {
    name: "the number of a ticket",
    columns: "Number=num; Antragsteller-ID=uuid; E-Mail=email>email",
    ...de,
    told: ["asked: externalUserId, usernames"],
  },
  {
    name: "the zone of a header",
    columns: "id=num>id; email=email>email; Signed up (GMT+2)=minute>since",
    expect: (table) => ({
      ...table,
      rows: table.rows.map((row) => ({
        ...row,
        registrationDate: `${row.registrationDate?.replace(" ", "T")}+02:00`,
      })),
    }),
    told: ["zone_of_header"],
  },
  { name: "times without a zone", columns: "id=num>id; email=email>email; created_at=minute>since", told: ["no_zone"] },
];

const people: readonly Sheet[] = [
  { name: "teachers", columns: "Student ID=num>id; Teacher=boss; City=city", told: [] },
  { name: "отв. менеджер", columns: "Код клиента=num>id; Менеджер=boss; Город=city", ...ru, told: [] },
  {
    name: "families",
    columns: "Student ID=num>id; Student name=full>name; Email=family>email",
    rows: 12,
    told: ["guessed: email", "guessed: name"],
  },
  {
    name: "private and work",
    columns: "ID=num>id; E-Mail privat=email; E-Mail dienstlich=shout",
    ...de,
    grid: (grid) => grid.map((row, index) => (index === 0 ? row : [row[0] ?? "", row[1] ?? "", `w.${row[2]}`])),
    told: ["asked: email, ambiguous"],
  },
  {
    name: "login names beside an empty column",
    columns: "id=uuid>id; mail=empty>email; userPrincipalName=guid",
    expect: (table) => ({ ...table, rows: [] }),
    told: [],
  },
  { name: "firms", columns: "id=num>id; email=email>email; Customer name=firm", told: ["asked: name, unfit_values"] },
  { name: "nicknames", columns: "id=num>id; Почта=email>email; Никнейм=nick", ...ru, told: [] },
  {
    name: "full names under an unknown header",
    columns: "Nambari=num; Email=email>email; Jina kamili=full>name",
    told: ["guessed: name"],
  },
  { name: "last name first", columns: "id=num>id; email=email>email; name=lastfirst>name", told: ["repair: name"] },
  {
    name: "last name first, без кавычек",
    columns: "Код клиента=num>id; Эл. почта=email>email; ФИО=lastfirst>name",
    ...ru,
    told: ["repair: name"],
  },
];

const rows: readonly Sheet[] = [
  {
    name: "names cut at their comma",
    columns: "id=num>id; email=email>email; name=lastfirst",
    quote: "never",
    told: ["rows_long"],
    expect: (table) => ({ ...table, mapping: { ...table.mapping, name: { column: null, also: [2] } } }),
  },
  {
    name: "row names of R",
    columns: "=code; user_id=num>id; email=email>email; name=full>name",
    text: (text) => text.replace(/^,/, ""),
    told: ["row_names"],
  },
  {
    name: "points below the header",
    columns: "ID=num>id; Student name=full>name; Email=email>email; Quiz 1 (1203)=int",
    grid: ([head = [], ...rest]) => [head, ["", "Points possible", "", "10"], ...rest],
    told: ["guessed: name", "headers_skipped"],
  },
  {
    name: "null texts of a program",
    columns: "id=num>id; email=email>email; name=full>name; last_login=(none)/2025-02-03>seen",
    rows: 20,
    told: ["null texts"],
  },
  {
    name: "null texts of people",
    columns: "ID uporabnika=num>id; E-poštni naslov=email>email; Zadnja prijava=nikoli/2025-02-03>seen",
    rows: 20,
    names: "sr",
    told: ["null texts"],
  },
  {
    name: "a second format",
    columns: "id=num>id; email=email>email; created_at=day>since",
    rows: 20,
    grid: (grid) => grid.map((row, index) => (index % 5 === 4 ? [...row.slice(0, 2), "12/31/2025"] : row)),
    expect: (table) => ({
      ...table,
      rows: table.rows.map((row, index) => (index % 5 === 3 ? { ...row, registrationDate: "12/31/2025" } : row)),
    }),
    told: ["second format"],
  },
  {
    name: "nothing to tell",
    columns: "user_id=num>id; email=email>email; name=full>name; registration_date=iso>since; last_login_date=iso>seen",
    told: [],
  },
  {
    name: "nichts zu sagen",
    columns: "Benutzer-ID=uuid>id; E-Mail=email>email; Vollständiger Name=full>name; Registriert am=day>since",
    ...de,
    told: [],
  },
  {
    name: "нечего сказать",
    columns: "Код клиента=num>id; Эл. почта=email>email; ФИО=full>name; Дата регистрации=day>since",
    ...ru,
    told: [],
  },
];

export const kinds: readonly Sheet[] = [...addresses, ...texts, ...idsAndDates, ...people, ...rows];
