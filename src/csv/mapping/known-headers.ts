// Recognises known header names, whatever their case, accents, separators and prefixes.
import { normalizeEmail } from "../../contract/field-values.ts";
import { userFields } from "../../contract/fields.ts";
import { toComparableHeader } from "../text/headers.ts";
import { bareNames, type HeaderKind, knownNames } from "./header-dictionary.ts";

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
  return findName(plain) ?? findInPath(plain) ?? foreign(findName(expandAbbreviations(plain)));
}

function findName(header: string): KnownHeader | null {
  directory ??= createDirectory();
  const name = toComparableHeader(header);
  const found = directory.get(name) ?? findDate(directory, name) ?? findPrefixed(directory, name);
  return found ?? toPhrase(name);
}

// Behind the listed names, which say it more plainly.
function toPhrase(name: string): KnownHeader | null {
  const kind = toFieldOfPhrase(name);
  return kind && { kind, guide: false, rank: 60, bare: false };
}

// "data.full_name", "meta.created", "name.given": what may stand in a container is known there too.
function findInPath(header: string): KnownHeader | null {
  const { allowed, name } = parsePath(header) ?? {};
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

// Each language says "number of the customer" in its order, with many words for either.
const numbers = `id nr no n num numero number nummer numer code codigo codice kod kennung identifiant identificador
  identificativo identyfikator identifier`;
const numbered = `user customer member client contact utilisateur membre adherent abonne inscrit participant
  usuario cliente socio miembro suscriptor participante alumno utilizador membro aluno assinante
  utente iscritto abbonato uzytkownika klienta czlonka uczestnika
  eleve etudiant patient inscription tessera aluna paciente studente allievo ucznia contacto contatto
  objet objeto oggetto registro fiche fichedinformations`;
const numberFirst = phrase(numbers, "de del dela della dello dell do da du des di d l", numbered);
const ownerFirst = phrase(
  `user member customer client contact subscriber participant benutzer nutzer kunde mitglied teilnehmer schuler studenten patienten objekt datensatz person kontakt abonnent
   anwender gebruiker klant lid relatie deelnemer lidmaatschap anvandar kund bruker medlem`,
  "s n en er",
  `${numbers} nummer`,
);
const eastern = phrase(
  "ユーザー ユーザ 会員 顧客 利用者 お客様 登録者 用户 会员 客户 用戶 會員 客戶 使用者 회원 사용자 고객",
  "",
  "id no 番号 コード 编号 号 标识 編號 號 标识符 번호",
);

const lastVisit = phrase(
  `last latest mostrecent recent current letzte letzter letztes zuletzt dernier derniere ultimo ultima laatste laatst
   ostatnie ostatnia ostatnio ostatniego ostatniej 最終 前回 直近 最后 最近 上次 最後 последний последнего 최근 마지막 최종`,
  "user successful interactive de di",
  `login logon log loggedin signin signedin authenticated authentication auth session seen active access accessed visit visited online
   activity anmeldung anmelde anmelden angemeldet einlog eingeloggt gesehen aktiv aktivitat zugriff besuch anmeldezeitpunkt
   connexion acces visite activite acceso conexion iniciodesesion sesion ingreso visita actividad conectado
   acesso entrada conexao atividade sessao accesso connessione attivita collegamento
   aanmelding ingelogd aangemeld gezien activiteit bezoek actief inlog toegang
   logowanie logowania logowany zalogowany aktywnosc aktywnosci wizyta wizyty widziany
   ログイン アクセス 利用 登录 登陆 活跃 访问 登入 вход входа посещения 로그인`,
);

// A user's name would be the one to sign in with; a customer's is that of a person, as far as the values agree.
const nameOf = phrase(
  "nom nombre nome nomcomplet nombrecompleto nomecompleto",
  "de del dela du da do dell di d l",
  `client contact membre adherent abonne participant eleve etudiant cliente contacto socio miembro participante alumno
   membro aluno contatto iscritto abbonato`,
);

function phrase(first: string, between: string, last: string): RegExp {
  const [one, link, two] = [first, between, last].map((words) => words.split(/\s+/).map(toComparableHeader).join("|"));
  return new RegExp(`^(?:${one})(?:${link})?(?:${two})$`);
}

/** What a comparable header says in the words of some language: "number of the user", "last login", "name of the member"; null for
 * anything else. */
export function toFieldOfPhrase(name: string): "externalUserId" | "lastLoginDate" | "name" | null {
  if (numberFirst.test(name) || ownerFirst.test(name) || eastern.test(name)) return "externalUserId";
  if (lastVisit.test(name)) return "lastLoginDate";
  return nameOf.test(name) ? "name" : null;
}

// What database columns are shortened to; words for types in front of a name say nothing.
const short: Readonly<Record<string, string>> = {
  ...{
    usr: "user",
    cust: "customer",
    mbr: "member",
    mem: "member",
    clnt: "client",
    eml: "email",
    addr: "address",
    nm: "name",
  },
  ...{ dt: "date", dttm: "date", ts: "date", fst: "first", lst: "last", lgn: "login", crt: "created", crte: "created" },
  ...{ rgst: "registered", nbr: "number", cd: "code", pk: "id", str: "", txt: "", vc: "" },
};

/** The header with its abbreviations written out; empty when there are none. */
export function expandAbbreviations(header: string): string {
  const tokens = header.toLowerCase().split(/[_ -]+/);
  return tokens.some((token) => token in short) ? tokens.map((token) => short[token] ?? token).join(" ") : "";
}

// What a value may be inside of, and the kinds that are believed there.
const containers: readonly (readonly [names: RegExp, allowed: RegExp])[] = [
  [
    /^(?:data|source|doc|document|node|record|row|item|fields?|values?|attributes?|properties|object|payload|entity|user|custom)$/,
    /./,
  ],
  [/^(?:meta|metadata|details|status|info|stats|activity|dates|timestamps|audit|system)$/, /Date$/],
  [/^(?:raw)?(?:user)?metadata$/, /Date$|[nN]ame$/],
  [/^name$/, /^(?:name|firstName|lastName)$/],
];

/** The name at the end of a path such as `details.creationDate`, and which kinds may stand there; null for any other header. */
export function parsePath(header: string): { readonly name: string; readonly allowed: RegExp } | null {
  const [, container = "", name] = /^_*([\p{L}_]+?)(?:\[\d+\]|\.\d+)?[.:/]+_*(?=\p{L})(.+)$/u.exec(header) ?? [];
  if (name === undefined) return null;
  const plain = container.replaceAll("_", "").toLowerCase();
  const allowed = containers.find(([names]) => names.test(plain))?.[1];
  return allowed ? { name, allowed } : null;
}

const enough = 0.6;

/** The first word, with what divides it from the rest, that most headers share; empty when there is none. */
export function commonPrefix(headers: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const header of headers.slice(0, 200)) {
    const [prefix] = /^[^\s_.:]{1,30}[\s_.:]+(?=.)/.exec(header) ?? [];
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!most || most[1] <= 2 || most[1] < headers.length * enough) return "";
  // Where the address is not among them they are about something else: Team ID, Team name, Team lead.
  return headers.some((header) => header.startsWith(most[0]) && address.test(header)) ? most[0] : "";
}

const address = /mail|correo|courriel|correio|posta|poczt|почт|メール|邮|郵|이메일/i;

/** The header without that word. */
export function withoutPrefix(header: string, prefix: string): string {
  return prefix !== "" && header.startsWith(prefix) ? header.slice(prefix.length) : header;
}
