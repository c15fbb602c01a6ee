// Tells valid email addresses that belong to nobody: masked ones, ones that receive no mail, mixed alphabets, and placeholders.
import { isProviderDomain } from "../text/mail-domains.ts";
import { isNullWord } from "./null-words.ts";

/**
 * Why a valid email belongs to nobody. `masked`: letters were hidden, or the person was made anonymous (`a***@acme.com`).
 * `no_mail`: the domain does not exist on the internet, or the address is never read (`ann@acme.local`, `noreply@acme.com`).
 * `mixed_letters`: one word has letters of two alphabets that look alike. `placeholder`: written where no email is known
 * (`none@none.com`).
 */
export type UnreachableReason = (typeof unreachableReasons)[number];

export const unreachableReasons = ["masked", "no_mail", "mixed_letters", "placeholder"] as const;

/** The reason why this valid email belongs to nobody; null for any other, and where it is not certain. */
export function findUnreachableReason(email: string): UnreachableReason | null {
  const lower = email.toLowerCase();
  const at = lower.lastIndexOf("@");
  const local = lower.slice(0, at);
  const domain = factsOf(lower.slice(at + 1));
  if (domain.reason === "masked" || isMasked(local)) return "masked";
  if (!ascii.test(email) && mixesLetters(lower)) return "mixed_letters";
  const word = toWord(local);
  if (domain.reason === "no_mail" || guest.test(local) || neverRead.test(word)) return "no_mail";
  return domain.reason ?? (isPlaceholder(local, word, domain) ? "placeholder" : null);
}

const ascii = /^[\0-\x7F]*$/;

// The local part without tag, separators and digits at its end: `no-email+2@` and `no.email7@` are `noemail`.
function toWord(local: string): string {
  if (letters.test(local)) return local;
  const word = withoutTag(local).replace(separators, "");
  return endDigit.test(word) ? word.replace(endDigits, "") : word;
}

const letters = /^[a-z]*$/;
const separators = /[-_.'’]/g;
const endDigit = /\d$/;
const endDigits = /(?<=\D)\d+$/;

function withoutTag(local: string): string {
  const plus = local.indexOf("+");
  return plus > 0 ? local.slice(0, plus) : local;
}

interface DomainFacts {
  readonly domain: string;
  /** The name that was registered, hyphens removed; null where something stands in front of it. */
  readonly name: string | null;
  /** The reason of all addresses under this domain. */
  readonly reason: Exclude<UnreachableReason, "mixed_letters"> | null;
}

// A file has few domains, many times each. Members of an object, because the key of a Map would keep the text of the whole file.
const maxKnown = 1000;
let known: Record<string, DomainFacts> = Object.create(null);
let knownCount = 0;

function factsOf(domain: string): DomainFacts {
  const before = known[domain];
  if (before) return before;
  if (knownCount === maxKnown) {
    known = Object.create(null);
    knownCount = 0;
  }
  const labels = toLabels(domain);
  const facts = { domain, name: labels.length === 1 ? (labels[0] ?? "") : null, reason: judgeDomain(domain, labels) };
  known[domain] = facts;
  knownCount += 1;
  return facts;
}

// Under many countries, names are registered below one of these.
const secondLevel = /^(?:com?|org|net|gov|edu|ac|or|ne)$/;

// The parts of the domain without its ending.
function toLabels(domain: string): string[] {
  const labels = domain.split(".").slice(0, -1);
  if (labels.length > 1 && secondLevel.test(labels.at(-1) ?? "")) labels.pop();
  return labels.map((label) => label.replaceAll("-", ""));
}

function judgeDomain(domain: string, labels: readonly string[]): DomainFacts["reason"] {
  if (labels.some((label) => onlyX.test(label) || hiddenLabel.test(label))) return "masked";
  const isUnread = labels.some((label) => label === "localhost" || neverRead.test(label));
  if (isUnread || reservedEnding.test(domain) || noEnding.test(domain)) return "no_mail";
  return labels.some((label) => noMail.test(label) || noneDomain.test(label)) ? "placeholder" : null;
}

// Stars, number signs and the like that repeat, and signs that no keyboard writes. Between Japanese or Catalan words, one dot at
// half height is spelling.
const maskSigns =
  /\*.*\*|##|\?\?|[·・‧⋅]{2}|[×–—]{2}|[\u2022-\u2026\u2043\u204E\u2217\u2219\u22EF\u2580-\u25FF\u2605\u2606\u2731-\u273D]/u;
const onlyX = /^x{4,}$/;
const hidden =
  "redacted|anonymi[sz](?:ed|é|iert)|pseudonymi[sz](?:ed|iert)|scrubbed|obfuscated|deleted|removed|erased|gel(?:ö|oe)scht|supprim[eé]e?|eliminado|borrado|удал[её]н";
const whom = "(?:users?|accounts?|members?|customers?|e?mails?)";
// What programs make of the address of a user who was deleted: `deleted-user-17`, `gdpr_removed_ann`, `ann_deleted`.
const hiddenLocal = new RegExp(
  String.raw`^(?:gdpr[-_.]?|${whom}[-_.]?)?(?:${hidden})(?:[-_.]?${whom})?(?:\d*|[-_+].*|\.\d+)$|[-_](?:${hidden})[-_\d]*$`,
);
const hiddenLabel = new RegExp(`^(?:${hidden})${whom}?$`);

function isMasked(local: string): boolean {
  return maskSigns.test(local) || onlyX.test(local) || hiddenLocal.test(local);
}

/** True for an address that is masked only if most others of the file look so too: one star, or several x in a row. */
export function mayBeMasked(email: string): boolean {
  return /\*|xxx/i.test(email.slice(0, email.lastIndexOf("@")));
}

// The alphabets whose letters look alike. Japanese mixes kana, kanji and Latin, and is none of them.
const alphabets = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Coptic}/u,
  /\p{Script=Cherokee}/u,
];
// Latin letters as signs of mathematics, or in circles and boxes.
const drawnLetters = /[\u{1D400}-\u{1D7FF}\u24B6-\u24E9\u{1F110}-\u{1F189}]/u;
const betweenWords = /[^\p{L}\p{M}\p{N}]+/u;

function mixesLetters(email: string): boolean {
  if (drawnLetters.test(email)) return true;
  return email.split(betweenWords).some((word) => alphabets.filter((alphabet) => alphabet.test(word)).length > 1);
}

// Reserved by RFC 2606, 6761, 6762, 7686, 8375 and 9476, or by ICANN; the others are used in private networks and don't exist
// outside. Not `example`, which stands in guides and samples.
const reservedEnding =
  /(?:^|\.)(?:invalid|test|localhost|local|localdomain|internal|intranet|private|lan|corp|home|home\.arpa|onion|alt)$/;
// All endings are letters only, two at least, or encoded.
const noEnding = /\.(?!xn--)(?:[a-z]|[a-z\d-]*\d[a-z\d-]*)$/;
const neverRead =
  /^(?:noreply|donotreply|dontreply|noresponder|nãoresponder?|naoresponder?|nepasrepondre|nepasrépondre|nichtantworten|keineantwort|nonrispondere)$/;
// A guest of a directory of Microsoft: `ann_acme.com#EXT#@tenant.onmicrosoft.com`.
const guest = /#ext#$/;

// "No email" in many languages, without separators.
const mails = "(?:e?mails?|e?mail(?:address|adresse|a|u)|correo|courriel|adres(?:se?)?|address|почты|имейла|пошти)";
const noMail = new RegExp(
  [
    `(?:non?|without|sin|sem|sans|pasd[e']?|keine?|ohne|geen|zonder|brak|bez|nessuna?|senza|ingen|utan|uden|uten|nincs(?:en)?|tidakada|нет|без|нема)(?:an?|my)?${mails}(?:provided|given|available|onfile|known|set|yet)?`,
    `(?:no|${mails})(?:not(?:provided|given|available|known|set)|unknown|missing|none|yok|unbekannt|inconnu|desconocido)`,
    `(?:i?do(?:es)?n(?:ot|t)have|notiene|notengo|n[aã]otem|n[aã]otenho|n[aã]opossui)(?:an?)?(?:${mails}|one)?`,
    "eis[äa]hk[öo]postia",
  ]
    .map((form) => `^${form}$`)
    .join("|"),
);
// Filled in where a program wants any address.
const fillers = new Set(
  "na no nil null none nobody noone noname unknown undefined empty missing anonymous test testing testtest tester fake dummy sample temp placeholder emailaddress youremail yourname someone somebody asd asdf asdasd asdfasdf asdfgh qwe qwerty qwertz azerty abc abcd xyz foo bar foobar".split(
    " ",
  ),
);
// Real ones under the domain of a company, and fillers under any of `fillerDomains`.
const roles = new Set("admin demo email mail name root user username".split(" "));
const fillerDomains = new Set(
  "na no nil null none noname nomail unknown undefined test testing testtest email emailaddress youremail fake dummy placeholder domain yourdomain nodomain asd asdf asdasd asdfasdf asdfgh qwe qwerty qwertz".split(
    " ",
  ),
);
// Domains of companies too, where `admin` and `mail` are real.
const looseDomains = new Set(
  "nobody noone nowhere somewhere sample temp xyz abc abcd foo bar foobar azerty".split(" "),
);
// Words that are also names, nicknames or companies.
const alsoNames = new Set("noname anonymous missing mangler kosong leer blank vide nema void brak".split(" "));
const minNullWord = 6;
const noneDomain = /^(?:none|unknown|undefined|nodomain)$/;
const emptyAtProvider = /^(?:none|na|no|nomail)$/;
// A field of a template that was not filled in.
const template = /\{.*\}|%[a-z]\w*%/;
const repeated = /^(.)\1+$/;
const counted = /^(?:123|1234|12345|123456)$/;
// A provider that gives out no shorter names.
const longNames = /^(?:gmail|googlemail)\.com$/;
const minLongName = 6;

function isPlaceholder(local: string, word: string, facts: DomainFacts): boolean {
  const { domain } = facts;
  if (template.test(local) || noMail.test(word)) return true;
  if (isProviderDomain(domain)) {
    return emptyAtProvider.test(word) || (longNames.test(domain) && word.length < minLongName && fillers.has(word));
  }
  if (word === "none" || isPair(local, word, facts)) return true;
  return word.length >= minNullWord && isNullWord(word) && !alsoNames.has(word);
}

// `test@test.com`, `foo@bar.com`, `aaa@aaa.com`: fillers on both sides, or the same one twice.
function isPair(local: string, word: string, { domain, name }: DomainFacts): boolean {
  if (name === null || domain.endsWith(".example")) return false;
  const isSame = word === name || withoutTag(local) === name;
  if (isSame && (repeated.test(name) || counted.test(name) || roles.has(name) || fillers.has(name))) return true;
  if (isSame && name.length > 3 && isNullWord(name) && !alsoNames.has(name)) return true;
  if (fillerDomains.has(name)) return fillers.has(word) || roles.has(word);
  return looseDomains.has(name) && fillers.has(word);
}
