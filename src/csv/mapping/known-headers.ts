// Which header names are known, whatever their case, accents and separators; and what a cell is at first sight.
import { normalizeEmail } from "../../contract/field-values.ts";
import { userFields } from "../../contract/fields.ts";
import { toComparableHeader } from "../text/normalize-header.ts";
import { bareNames, type HeaderKind, knownNames } from "./header-dictionary.ts";
import { phraseOf, spelledOut, unpacked } from "./header-phrases.ts";

/** What a known header name means. */
export interface KnownHeader {
  readonly kind: HeaderKind;
  /** True for the guide's own aliases. */
  readonly guide: boolean;
  /** Place among the names of its kind; smaller is better. */
  readonly rank: number;
  /** A word that is half a name beside the other half: "Name" beside "Vorname". */
  readonly bare: boolean;
}

// Built when the first header is read, not when the module loads.
let directory: Map<string, KnownHeader> | undefined;

/** What this header means, by the guide's aliases and by what vendors and other languages call it; null for any other. */
export function knownHeader(header: string): KnownHeader | null {
  // Longer than any name with its separators: a text, not a name.
  if (header.length > 100) return null;
  const plain = withoutRemarks(header);
  return findName(plain) ?? findInPath(plain) ?? foreign(findName(spelledOut(plain)));
}

function findName(header: string): KnownHeader | null {
  directory ??= createDirectory();
  const name = toComparableHeader(header);
  const found = directory.get(name) ?? findDate(directory, name) ?? findPrefixed(directory, name);
  return found ?? toPhrase(name);
}

// Behind the listed names, which say it more plainly.
function toPhrase(name: string): KnownHeader | null {
  const kind = phraseOf(name);
  return kind && { kind, guide: false, rank: 60, bare: false };
}

// "data.full_name", "meta.created", "name.given": what may stand in a container is known there too.
function findInPath(header: string): KnownHeader | null {
  const { allowed, name } = unpacked(header) ?? {};
  const known = name === undefined ? null : findName(name);
  return known && allowed?.test(known.kind) ? foreign(known) : null;
}

// The guide's aliases are whole headers; the same words in a longer one are no promise.
function foreign(known: KnownHeader | null): KnownHeader | null {
  return known && { ...known, guide: false };
}

function createDirectory(): Map<string, KnownHeader> {
  const found = new Map<string, KnownHeader>();
  const bare = new Set(bareNames.split(" ").map(toComparableHeader));
  const add = (kind: HeaderKind, names: readonly string[], guide: boolean) => {
    for (const [rank, text] of names.entries()) {
      const name = toComparableHeader(text);
      if (name !== "" && !found.has(name)) found.set(name, { kind, guide, rank, bare: bare.has(name) });
    }
  };
  for (const { key, aliases } of userFields) add(key, aliases, true);
  for (const [kind, names] of Object.entries(knownNames)) add(kind as HeaderKind, names.split(/\s+/), false);
  return found;
}

// "Email Address [Required]", "Created (UTC)": remarks about the column, not its name.
function withoutRemarks(header: string): string {
  return (
    header
      .replace(/\[[^\]]*[^\d\]][^\]]*\]/g, "")
      // How MongoDB marks types: _id.$oid, createdAt.$date.
      .replace(/\.\$(?:oid|date|number\w+)$/, "")
      // The key of a Firestore document.
      .replace(/^__(?:name|key)__$/, "objectid")
      .replace(
        /[(（](?:(?:utc|gmt)[^)]*|(?:africa|america|asia|atlantic|australia|europe|pacific)\/[^)]*|required|optional|mandatory|read.?only|do not modify|original name|local time|unique|iso[^)]*|[ymdhs:./ -]+|pflicht\w*|必須|任意|漢字|全角|半角|必填|选填)[)）]/gi,
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

// "Date of registration", "Signed up at (UTC)": the stem is in the directory, dates stand around it.
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
  const [prefix] = owner.exec(name) ?? [];
  const known = prefix === undefined ? undefined : names.get(name.slice(prefix.length));
  if (!known || known.kind === "username") return null;
  // An account's name and id are mostly a company's; a profile's id is that of a set of permissions.
  const foreign = /^account/.test(prefix ?? "")
    ? /^(?:name|externalUserId)$/
    : /^profile/.test(prefix ?? "")
      ? /Id$/
      : null;
  return foreign?.test(known.kind) ? null : { ...known, guide: false };
}

// Whole lines are asked too, and the rule itself takes its time over those.
const addressLike = /^[^,;|]+@[^@,;|]+$/;

/** True for a cell that is one email address. */
export function isEmail(cell: string): boolean {
  return cell.length < 400 && addressLike.test(cell) && normalizeEmail(cell) !== null;
}
