// Makes the cells of exports other than dates: ids of many kinds, people, and columns without meaning for the import.
import type { Language, Person } from "./people.ts";
import { fullName } from "./people.ts";
import type { Random } from "./random.ts";

export interface Cell {
  readonly person: Person;
  readonly language: Language;
  readonly random: Random;
}

const digits = "0123456789";
const hex = "0123456789abcdef";
const base62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

const ids = {
  seq: ({ person }) => String(person.index + 1),
  num: ({ person }) => String(1001 + person.index * 7),
  zero: ({ person }) => String(123 + person.index * 3).padStart(6, "0"),
  code: ({ person }) => `K-${10_020 + person.index}`,
  legacy: ({ person }) => `legacy_${1001 + person.index}`,
  exponent: ({ person }) => `${1 + (person.index % 9)}E${5 + Math.floor(person.index / 9)}`,
  snowflake: ({ person, random }) => `7${random.text(digits, 15)}${10 + person.index}`,
  twenty: ({ person, random }) => `10${random.text(digits, 16)}${10 + person.index}`,
  uuid: ({ random }) =>
    `${random.text(hex, 8)}-${random.text(hex, 4)}-4${random.text(hex, 3)}-a${random.text(hex, 3)}-${random.text(hex, 12)}`,
  objectid: ({ random }) => `65${random.text(hex, 22)}`,
  auth0: ({ random }) => `auth0|65${random.text(hex, 22)}`,
  okta: ({ random }) => `00u${random.text(base62, 17)}`,
  fire: ({ random }) => random.text(base62, 28),
  clerk: ({ random }) => `user_2${random.text(base62, 26)}`,
  stripe: ({ random }) => `cus_${random.text(base62, 14)}`,
  salesforce: ({ random }) => `0035g00000${random.text(base62, 8)}`,
  slack: ({ random }) => `U0${random.text(base62.slice(0, 26), 9)}`,
  apostrophe: ({ person, random }) => `'6${random.text(digits, 10)}${10 + person.index}`,
} satisfies Record<string, (cell: Cell) => string>;

const persons = {
  first: ({ person }) => person.first,
  last: ({ person }) => person.last,
  full: ({ person, language }) => fullName(person, language),
  lastfirst: ({ person }) => `${person.last}, ${person.first}`,
  initial: ({ person }) => `${person.first.slice(0, 1)}.`,
  email: ({ person }) => person.email,
  shout: ({ person }) => person.email.toUpperCase(),
  backup: ({ person, random }) => (random.below(3) ? "" : `private.${person.user}@example.edu`),
  boss: ({ random }) => `boss${1 + random.below(3)}@example.com`,
  user: ({ person }) => person.user,
  phone: ({ random }) => `+1${random.text(digits, 10)}`,
} satisfies Record<string, (cell: Cell) => string>;

// Texts as an export damaged them.
const damaged = {
  named: ({ person }) => `${person.first} ${person.last} <${person.email}>`,
  curly: ({ person }) => `“${person.email}”`,
  mailto: ({ person }) => `mailto:${person.email}`,
  atword: ({ person }) => person.email.replace("@", " at "),
  twomails: ({ person }) => (person.index % 3 ? person.email : `${person.email} ::: ${person.user}@example.edu`),
  family: ({ person }) => `family${Math.floor(person.index / 3)}@example.com`,
  guid: ({ random }) => `${random.text(hex, 8)}-${random.text(hex, 4)}-4${random.text(hex, 3)}@t.onmicrosoft.com`,
  entities: ({ person }) => `${person.first} O&#039;${person.last}`,
  pybytes: ({ person }) => `b'${person.user}'`,
  ucodes: ({ person }) => `${person.first} M\\u00fcller`,
  lost: ({ person }) => `${person.first} M?ller`,
  replaced: ({ person }) => `${person.first} M\uFFFDller`,
  firm: ({ person }) => `${person.last} ${["GmbH", "Ltd", "S.A.", "LLC"][person.index % 4]}`,
  nick: ({ random }) => random.pick(["Red Fox", "Blue Cat", "Old Bear", "Wild Rose", "Lone Wolf", "Big Fish"]),
  floatid: ({ person }) => `${1001 + person.index * 7}.0`,
  sciid: ({ person }) => `9.9${1214 + person.index}E+15`,
  groupid: ({ person }) => `${1 + Math.floor(person.index / 9)},${100 + person.index * 7}`,
  dateid: ({ person }) => `${1 + (person.index % 28)}-${["Apr", "May", "Jun"][person.index % 3]}`,
} satisfies Record<string, (cell: Cell) => string>;

const bystanders = {
  empty: () => "",
  bool: ({ random }) => random.pick(["true", "false"]),
  yesno: ({ random }) => random.pick(["yes", "no"]),
  int: ({ random }) => String(random.below(90)),
  money: ({ random }) => `${random.below(900)}.${10 + random.below(90)}`,
  company: ({ random }) => random.pick(["Acme Ltd", "Globex", "Initech, Inc.", "Umbrella", "Hooli"]),
  city: ({ random }) => random.pick(["Berlin", "Austin", "Lyon", "Leeds", "Porto"]),
  country: ({ random }) => random.pick(["DE", "US", "FR", "GB", "PT"]),
  street: ({ random }) => `${1 + random.below(99)} Main St`,
  zip: ({ random }) => random.text(digits, 5),
  job: ({ random }) => random.pick(["Engineer", "Buyer", "Head of Sales", "Nurse", "Teacher"]),
  note: ({ random }) => random.pick(["", "likes tea, not coffee", 'said "call me"', "vip"]),
  tags: ({ random }) => random.pick(["", "vip, beta", "newsletter", "beta"]),
  ip: ({ random }) => `203.0.113.${random.below(255)}`,
  hash: ({ random }) => `$2a$10$${random.text(base62, 53)}`,
  url: ({ person }) => `https://img.example.com/${person.user}.png`,
  json: ({ random }) => `{"provider":"email","n":${random.below(9)}}`,
  lang: ({ random }) => random.pick(["en", "de", "fr"]),
  tenant: () => "3f0c1a52-77aa-4b7e-9d11-0d7f5f2b9c01",
  zerouuid: () => "00000000-0000-0000-0000-000000000000",
} satisfies Record<string, (cell: Cell) => string>;

export const cellKinds: Readonly<Record<string, (cell: Cell) => string>> = {
  ...ids,
  ...persons,
  ...damaged,
  ...bystanders,
};
