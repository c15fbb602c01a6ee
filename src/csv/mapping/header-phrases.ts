// Header names put together by rule: "Numéro de client", USER_NM and "details.creationDate" stand in no list.
import { toComparableHeader } from "../text/normalize-header.ts";

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
export function phraseOf(name: string): "externalUserId" | "lastLoginDate" | "name" | null {
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
export function spelledOut(header: string): string {
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
export function unpacked(header: string): { readonly name: string; readonly allowed: RegExp } | null {
  const [, container = "", name] = /^_*([\p{L}_]+?)(?:\[\d+\]|\.\d+)?[.:/]+_*(?=\p{L})(.+)$/u.exec(header) ?? [];
  if (name === undefined) return null;
  const plain = container.replaceAll("_", "").toLowerCase();
  const allowed = containers.find(([names]) => names.test(plain))?.[1];
  return allowed ? { name, allowed } : null;
}
