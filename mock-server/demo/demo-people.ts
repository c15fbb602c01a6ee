// Makes the demo people: accounts, connections, and the customer's export about them.
import type { UserInput } from "../../src/contract/user.ts";
import type { Account, Connection } from "../store/store.ts";

/** The application of the demo. */
export const demoAppId = "app_demo";
/** How many people have an account: the first of the export's people, in no visible order. */
export const demoAccountCount = 5_000;
/** How many people the customer's export holds. */
export const demoUserCount = 10_000;

/** A demo person. */
export interface DemoPerson {
  readonly name: string;
  /** Normalised. */
  readonly email: string;
}

const guidePeople: readonly DemoPerson[] = [
  { name: "User One", email: "user.one@example.com" },
  { name: "User Two", email: "user.two@example.com" },
];

const domains = ["example.com", "example.org", "example.net", "mail.example", "xn--bcher-kva.example"];

/** Person `number`, always the same; the first two are the guide's. */
export function demoPerson(number: number): DemoPerson {
  const known = guidePeople[number];
  if (known) return known;
  const naming = choose(namings, number, 1);
  const [given, spelledGiven] = choose(naming.given, number, 2);
  const [family, spelledFamily] = choose(naming.family, number, 3);
  return {
    name: naming.isFamilyFirst ? `${family}${given}` : `${given} ${family}`,
    email: `${spelledGiven}.${spelledFamily}${number}@${choose(domains, number, 4)}`,
  };
}

/** The account of a person below `demoAccountCount`; a few are unverified, suspended, deleted or without a name. */
export function demoAccount(number: number): Account {
  const { name, email } = demoPerson(number);
  const isOrdinary = number < guidePeople.length;
  return {
    id: `acc_${String(number).padStart(5, "0")}`,
    email,
    name: !isOrdinary && isOneIn(40, number, 5) ? null : name,
    emailVerified: isOrdinary || !isOneIn(60, number, 6),
    state: isOrdinary || !isOneIn(80, number, 7) ? "active" : choose(["suspended", "deleted"] as const, number, 8),
  };
}

/** The connection that a person made before any import; null for most. */
export function demoConnection(number: number): Connection | null {
  if (number < guidePeople.length || number >= demoAccountCount || !isOneIn(6, number, 9)) return null;
  const account = demoAccount(number);
  return {
    id: `con_${String(number).padStart(5, "0")}`,
    appId: demoAppId,
    accountId: account.id,
    externalUserId: choose([null, `legacy_${1001 + number}`, `web-${number}`] as const, number, 10),
    sharedEmail: isOneIn(5, number, 11) ? null : account.email,
    active: !isOneIn(4, number, 12),
    registrationDate: toDay(number, 13, 2025),
    lastLoginDate: isOneIn(3, number, 14) ? null : `${toDay(number, 15, 2026)}T08:30:00Z`,
    createdBySourceId: null,
  };
}

/** Row `index` of the customer's export: realistic data, mistakes included. The first two rows are the guide's. */
export function demoUser(index: number): UserInput {
  const number = personOf(index);
  const { name, email } = demoPerson(number);
  const user: UserInput = {
    externalUserId: `legacy_${1001 + number}`,
    email: isOneIn(12, number, 20) ? capitalise(email) : email.replace("xn--bcher-kva", "bücher"),
    name,
    registrationDate: isOneIn(2, number, 21) ? toDay(number, 22, 2023) : `${toDay(number, 22, 2023)}T09:00:00Z`,
    lastLoginDate: `${toDay(number, 23, 2026)}T18:21:00Z`,
  };
  return index < guidePeople.length ? user : { ...user, ...oddities[mix(number, 24) % 200]?.(user, index) };
}

type Oddity = (user: UserInput, index: number) => UserInput;

// Of 200 people: 3 without name, 3 without last login, 6 with another name, 4 wrong in some way, 1 listed twice.
const oddities: readonly Oddity[] = [
  ...Array<Oddity>(3).fill(() => ({ name: "" })),
  ...Array<Oddity>(3).fill(() => ({ lastLoginDate: "" })),
  ...Array<Oddity>(4).fill(({ name = "" }) => ({ name: name.split(" ")[0] ?? "" })),
  ...Array<Oddity>(2).fill((_, index) => ({ name: demoPerson(index + demoUserCount).name })),
  ({ email = "" }) => ({ email: email.replace("@", " at ") }),
  () => ({ email: "" }),
  () => ({ registrationDate: "31/02/2024" }),
  () => ({ externalUserId: "" }),
  (_, index) => ({ email: demoPerson(personOf(index - 1)).email, name: "" }),
];

// A fixed shuffle: 7919 is prime and divides none of the counts, so each person comes exactly once.
function personOf(index: number): number {
  const first = guidePeople.length;
  return index < first ? index : first + (((index - first) * 7919) % (demoUserCount - first));
}

// Well-mixed bits of a number instead of Math.random: the same world everywhere (MurmurHash3's finaliser).
function mix(number: number, salt: number): number {
  let bits = Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

function isOneIn(count: number, number: number, salt: number): boolean {
  return mix(number, salt) % count === 0;
}

function choose<T>(choices: readonly T[], number: number, salt: number): T {
  return choices[mix(number, salt) % choices.length] as T;
}

function toDay(number: number, salt: number, year: number): string {
  const day = new Date(Date.UTC(year, 0, 1 + (mix(number, salt) % 120)));
  return day.toISOString().slice(0, 10);
}

function capitalise(email: string): string {
  return email.replace(/^./, (letter) => letter.toUpperCase());
}

/** A name as it is written, and as an address spells it. */
type SpelledName = readonly [written: string, spelled: string];

/** Given and family names that go together. */
interface Naming {
  readonly given: readonly SpelledName[];
  readonly family: readonly SpelledName[];
  /** The family name is written first. */
  readonly isFamilyFirst?: boolean;
}

/** Namings from around the world; every spelling is plain ASCII. */
const namings: readonly Naming[] = [
  {
    given: spell("Anna Lukas Jürgen:juergen Zoë:zoe Thomas Käthe:kaethe Jörg:joerg Marie Felix Björn:bjoern"),
    family: spell("Müller:mueller Schmidt Groß:gross Weber Bäcker:baecker Fischer Köhler:koehler Lang Vogt"),
  },
  {
    given: spell("Emma Liam Olivia Noah Grace Jack Sean Mary-Jane:maryjane Ruby Oscar Leo"),
    family: spell(
      "Smith O'Neill:oneill Taylor Brown MacDonald:macdonald Wright Smith-Jones:smithjones Young D'Arcy:darcy",
    ),
  },
  {
    given: spell("Léa:lea René:rene Chloé:chloe Hugo Inès:ines François:francois Jean-Luc:jeanluc Élodie:elodie"),
    family: spell("Dupont Lefèvre:lefevre Moreau Besançon:besancon Gauthier L'Hôpital:lhopital Noël:noel Roux"),
  },
  {
    given: spell("José:jose Lucía:lucia Iñigo:inigo Carmen Álvaro:alvaro Sofía:sofia Begoña:begona Pablo"),
    family: spell("García:garcia Muñoz:munoz López:lopez Ibáñez:ibanez Navarro Peña:pena Ruiz Gómez:gomez"),
  },
  {
    given: spell("Łukasz:lukasz Małgorzata:malgorzata Jiří:jiri Šárka:sarka Zoltán:zoltan Ewa Ondřej:ondrej"),
    family: spell("Wójcik:wojcik Kowalski Dvořák:dvorak Nagy Szabó:szabo Nowak Černý:cerny Żak:zak"),
  },
  {
    given: spell("Søren:soren Åsa:asa Ingrid Øyvind:oyvind Linnéa:linnea Þór:thor Mikko Päivi:paivi"),
    family: spell("Sørensen:sorensen Ångström:angstrom Hansen Virtanen Næss:naess Lindqvist Jónsson:jonsson"),
  },
  {
    given: spell("Юлия:yuliya Иван:ivan Ольга:olga Дмитрий:dmitriy Наталья:natalya Сергей:sergey"),
    family: spell("Шевченко:shevchenko Коваленко:kovalenko Бондарь:bondar Мороз:moroz Лысенко:lysenko"),
  },
  {
    given: spell("Ελένη:eleni Γιώργος:giorgos Μαρία:maria Νίκος:nikos Σοφία:sofia"),
    family: spell("Παππάς:pappas Νικολάου:nikolaou Δήμου:dimou Ιωάννου:ioannou Βλάχος:vlachos"),
  },
  {
    given: spell("İpek:ipek Çağla:cagla Mehmet Gökhan:gokhan Ayşe:ayse Ümit:umit Işıl:isil"),
    family: spell("Yılmaz:yilmaz Öztürk:ozturk Şahin:sahin Kaya Çelik:celik Doğan:dogan"),
  },
  {
    given: spell("محمد:mohammed فاطمة:fatima علي:ali ليلى:layla يوسف:yousef"),
    family: spell("حداد:haddad منصور:mansour خوري:khoury سليمان:suleiman"),
  },
  {
    given: spell("ליאת:liat דוד:david נועה:noa יונתן:yonatan"),
    family: spell("לוי:levi כהן:cohen מזרחי:mizrahi פרץ:peretz"),
  },
  {
    given: spell("伟:wei 芳:fang 娜:na 静:jing 磊:lei 秀英:xiuying"),
    family: spell("王:wang 李:li 张:zhang 刘:liu 陈:chen 赵:zhao"),
    isFamilyFirst: true,
  },
  {
    given: spell("さくら:sakura 健太:kenta 美咲:misaki 翔:sho 陽子:yoko"),
    family: spell("佐藤:sato 鈴木:suzuki 高橋:takahashi 田中:tanaka 渡辺:watanabe"),
    isFamilyFirst: true,
  },
  {
    given: spell("Priya Arjun अनिता:anita राहुल:rahul Lakshmi Nguyễn:nguyen Linh Siti"),
    family: spell("Sharma Iyer वर्मा:varma Reddy Trần:tran Pham Putri Nair"),
  },
];

function spell(names: string): SpelledName[] {
  return names.split(" ").map((name) => {
    const [written = "", spelled = written.toLowerCase()] = name.split(":");
    return [written, spelled];
  });
}
