// Recognises known headers, whatever their case, accents, separators and prefixes.
import { normalizeEmail } from "../../contract/field-values.ts";
import { userFields } from "../../contract/fields.ts";
import { toComparableHeader, toComparableWords } from "../text/headers.ts";
import { bareNames, type HeaderKind, knownNames } from "./header-dictionary.ts";
import { toFieldOfPhrase } from "./header-phrases.ts";
import { type HeaderWords, wordsInUse } from "./languages/words-in-use.ts";

/** The meaning of a known header. */
export interface KnownHeader {
  readonly kind: HeaderKind;
  /** True for the guide's own aliases. */
  readonly guide: boolean;
  /** Position among the names of its kind; smaller is better. */
  readonly rank: number;
  /** True for a word that means half a name beside a column of the other half: "Name" beside "Vorname". */
  readonly bare: boolean;
}

// What is known with the words in use. Built when the first header is read, not when the module loads.
interface KnownHeaders {
  readonly directory: ReadonlyMap<string, KnownHeader>;
  /** Headers that were looked up before: the delimiter, the header row and the mapping ask for the same ones. */
  readonly found: Map<string, KnownHeader | null>;
}

const built = new WeakMap<HeaderWords, KnownHeaders>();
const maxFound = 2000;

function knownHeaders(): KnownHeaders {
  const words = wordsInUse();
  const known = built.get(words) ?? { directory: createDirectory(words), found: new Map() };
  built.set(words, known);
  return known;
}

/** The meaning of a header, by the guide's aliases and the names in other systems and languages; null for an unknown one. */
export function knownHeader(header: string): KnownHeader | null {
  // Longer than any known header.
  if (header.length > 100) return null;
  const { directory, found } = knownHeaders();
  const before = found.get(header);
  if (before !== undefined) return before;
  const plain = withoutRemarks(header);
  const known =
    findName(directory, plain) ??
    findInPath(directory, plain) ??
    asNonGuide(findName(directory, expandAbbreviations(plain)));
  if (found.size >= maxFound) found.clear();
  found.set(header, known);
  return known;
}

/** True for a name, in its comparable form, that is listed itself. */
export function isListedName(name: string): boolean {
  return knownHeaders().directory.has(name);
}

function findName(directory: ReadonlyMap<string, KnownHeader>, header: string): KnownHeader | null {
  const name = toComparableHeader(header);
  // No letter or digit, or no abbreviation to write out.
  if (name === "") return null;
  const found = directory.get(name) ?? findDate(directory, name) ?? findPrefixed(directory, name);
  return found ?? toPhrase(name) ?? withRank(wordsInUse().composedKind(name));
}

function toPhrase(name: string): KnownHeader | null {
  return withRank(toFieldOfPhrase(name));
}

// Behind the listed names, which are more certain. "Name of the customer" may be half a name, too.
function withRank(kind: HeaderKind | null): KnownHeader | null {
  return kind && { kind, guide: false, rank: 60, bare: kind === "name" };
}

// "data.full_name", "meta.created", "name.given": the last part of a path, if its kind is plausible in that container.
function findInPath(directory: ReadonlyMap<string, KnownHeader>, header: string): KnownHeader | null {
  const { allowed, name } = parsePath(header) ?? {};
  const known = name === undefined ? null : findName(directory, name);
  return known && allowed?.test(known.kind) ? asNonGuide(known) : null;
}

// The guide promises its aliases as whole headers only, not as part of a longer one.
function asNonGuide(known: KnownHeader | null): KnownHeader | null {
  return known && { ...known, guide: false };
}

function createDirectory({ languages, names: others }: HeaderWords): Map<string, KnownHeader> {
  const found = new Map<string, KnownHeader>();
  const bare = new Set(toComparableWords([bareNames, ...languages.map(({ bareName }) => bareName)].join(" ")));
  const add = (kind: HeaderKind, names: readonly string[], guide: boolean) => {
    for (const [rank, text] of names.entries()) {
      const name = toComparableHeader(text);
      if (name !== "" && !found.has(name)) found.set(name, { kind, guide, rank, bare: bare.has(name) });
    }
  };
  for (const { key, aliases } of userFields) add(key, aliases, true);
  for (const [kind, names] of Object.entries(knownNames) as [HeaderKind, string][]) {
    add(kind, `${names} ${others?.[kind] ?? ""}`.split(/\s+/), false);
  }
  for (const words of languages) {
    for (const kind of listedKinds)
      add(kind, toComparableWords(words[kind === "externalUserId" ? "userId" : kind]), false);
  }
  return found;
}

// The kinds of which a language lists whole headers.
const listedKinds = ["username", "externalUserId", "name", "firstName", "lastName", "key"] as const;

// "Email Address [Required]", "Created (UTC)": removes remarks about the column.
function withoutRemarks(header: string): string {
  return (
    header
      .replace(/\[[^\]]*[^\d\]][^\]]*\]/g, "")
      // How MongoDB marks types: _id.$oid, createdAt.$date.
      .replace(/\.\$(?:oid|date|number\w+)$/, "")
      // The first of several addresses: emails[0].address, emails.0.value.
      .replace(/^emails(?:\[0\]|\.0)\.(?:address|value)$/i, "emails")
      // The key of a Firestore document.
      .replace(/^__(?:name|key)__$/, "objectid")
      .replace(
        /[(（](?:(?:utc|gmt)[^)]*|[ecmp][sd]t|(?:ce|ee|we|me|ae)s?[tz]|aedt|bst|msk|[jk]st|sgt|hkt|trt|wib|[+-]\d[\d:]*|(?:africa|america|asia|atlantic|australia|europe|pacific)\/[^)]*|required|optional|mandatory|read.?only|do not modify|original name|local time|unique|iso[^)]*|[ymdhs:./ -]+|pflicht\w*|必須|任意|漢字|全角|半角|必填|选填)[)）]/gi,
        "",
      )
  );
}

const dateInFront = /^(?:date|datum|fecha|data|timestamp|time)(?=.)/;
const articles = ["", "of", "de", "del", "dela", "di", "do", "da", "du", "dell", "della", "d", "van"];
const dateBehind = new RegExp(
  "(?:datetime|timestamp|instant|unduhrzeit|etheure|yhora|ehora|eora|andtime|zeitpunkt|date|time|datum|fecha|data|zeit|on|at|am|el|il|em|le|op|utc|gmt|ts|ms|日時|年月日|日期|时间|時間|日|于|於|일시|일자|일)$".normalize(
    "NFKD",
  ),
);

// "Date of registration", "Signed up at (UTC)": the directory has the stem without the words for date and time around it.
function findDate(names: ReadonlyMap<string, KnownHeader>, name: string): KnownHeader | null {
  for (let rest = name, strips = 0; strips < 4; strips += 1) {
    const found = stemsOf(rest).map((stem) => names.get(stem) ?? findPrefixed(names, stem) ?? toPhrase(stem));
    const known = found.find((one) => one?.kind === "registrationDate" || one?.kind === "lastLoginDate");
    if (known) return known;
    const shorter = rest.replace(dateBehind, "");
    if (shorter === rest) return null;
    rest = shorter;
  }
  return null;
}

function stemsOf(name: string): string[] {
  const bare = name.replace(dateInFront, "");
  if (bare === name) return [name];
  return [name, ...articles.filter((article) => bare.startsWith(article)).map((article) => bare.slice(article.length))];
}

const owner =
  /^(?:users?|members?|customers?|contacts?|persons?|people|subscribers?|participants?|profiles?|accounts?|attributes?|properties|traits|auth|kunden?|mitglieds?|benutzer|nutzer)(?=.)/;

// "user_email", "profile.firstName", "Customer created at".
function findPrefixed(names: ReadonlyMap<string, KnownHeader>, name: string): KnownHeader | null {
  const [prefix = ""] = owner.exec(name) ?? [];
  const known = prefix === "" ? undefined : (names.get(name.slice(prefix.length)) ?? findSurname(names, name, prefix));
  if (!known || known.kind === "username") return null;
  // The name and id of an account mostly belong to a company; the id of a profile identifies a set of permissions.
  const excludedKinds = /^account/.test(prefix) ? /^(?:name|externalUserId)$/ : /^profile/.test(prefix) ? /Id$/ : null;
  return excludedKinds?.test(known.kind) ? null : { ...known, guide: false };
}

// "Customer surname": the s belongs to the next word. Not "Subscriber since", which is the date of a newsletter.
function findSurname(names: ReadonlyMap<string, KnownHeader>, name: string, prefix: string): KnownHeader | undefined {
  const known = prefix.endsWith("s") ? names.get(name.slice(prefix.length - 1)) : undefined;
  return known?.kind === "lastName" ? known : undefined;
}

// A cheap check first, because whole lines are passed too and the full rule is slow for those.
const emailLike = /^[^,;|]+@[^@,;|]+$/;

/** True for a cell that is one email address. */
export function isEmail(cell: string): boolean {
  return cell.length < 400 && emailLike.test(cell) && normalizeEmail(cell) !== null;
}

// Abbreviations in database columns; prefixes that name a type are dropped.
const abbreviations: Readonly<Record<string, string>> = {
  usr: "user",
  cust: "customer",
  mbr: "member",
  mem: "member",
  clnt: "client",
  eml: "email",
  addr: "address",
  nm: "name",
  dt: "date",
  dttm: "date",
  ts: "date",
  fst: "first",
  lst: "last",
  lgn: "login",
  crt: "created",
  crte: "created",
  rgst: "registered",
  nbr: "number",
  cd: "code",
  pk: "id",
  str: "",
  txt: "",
  vc: "",
};

// The header with its abbreviations written out; empty when it has none.
function expandAbbreviations(header: string): string {
  const tokens = header.toLowerCase().split(/[_ -]+/);
  return tokens.some((token) => token in abbreviations)
    ? tokens.map((token) => abbreviations[token] ?? token).join(" ")
    : "";
}

// Container names in paths, and the kinds that are plausible in each.
const containers: readonly (readonly [names: RegExp, allowed: RegExp])[] = [
  [
    /^(?:data|source|doc|document|node|record|row|item|fields?|values?|attributes?|properties|object|payload|entity|user|custom)$/,
    /./,
  ],
  [/^(?:meta|metadata|details|status|info|stats|activity|dates|timestamps|audit|system)$/, /Date$/],
  [/^(?:raw)?(?:user)?metadata$/, /Date$|[nN]ame$/],
  [/^name$/, /^(?:name|firstName|lastName)$/],
];

// The name at the end of a path such as `details.creationDate`, and the kinds allowed there; null for any other header.
function parsePath(header: string): { readonly name: string; readonly allowed: RegExp } | null {
  const [, container = "", name] = /^_*([\p{L}_]+?)(?:\[\d+\]|\.\d+)?[.:/]+_*(?=\p{L})(.+)$/u.exec(header) ?? [];
  if (name === undefined) return null;
  const plain = container.replaceAll("_", "").toLowerCase();
  const allowed = containers.find(([names]) => names.test(plain))?.[1];
  return allowed ? { name, allowed } : null;
}

// The share of headers that must begin with a prefix, at least three of them.
const minPrefixShare = 0.6;

/** The prefix that most headers share, the name of their table (u_id, u_email), with its separator; empty without one. */
export function commonPrefix(headers: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const header of headers.slice(0, 200)) {
    const [prefix] = /^[^\s_.:]{1,30}[\s_.:]+(?=.)/.exec(header) ?? [];
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!most || most[1] <= 2 || most[1] < headers.length * minPrefixShare) return "";
  // Without an email among them they are about something else: Team ID, Team name, Team lead.
  return headers.some((header) => header.startsWith(most[0]) && emailWord.test(header)) ? most[0] : "";
}

const emailWord = /mail|correo|courriel|correio|posta|poczt|почт|メール|邮|郵|이메일/i;

/** The header without that prefix. */
export function withoutPrefix(header: string, prefix: string): string {
  return prefix !== "" && header.startsWith(prefix) ? header.slice(prefix.length) : header;
}
