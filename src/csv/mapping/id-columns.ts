// Tells ids of users from numbers that only count rows or belong to something else, such as tickets.
import type { CsvTable } from "../table.ts";
import { toComparableHeader, toComparableWords } from "../text/headers.ts";
import { type Candidate, guess, type ValuesAt } from "./candidate.ts";
import { type ColumnSample, clearlyFits } from "./column-evidence.ts";
import { isNearlyUnique } from "./email-columns.ts";
import { knownHeader } from "./known-headers.ts";

// Headers of a number that do not say whose it is.
const bareNumbers = `no nr number num numbers nummer numero número n key code ref reference row rowid rowno rownumber rownum index line lineno
  pos position serial serialno sno srno slno item itemno entry record recordno recordid lfdnr laufendenummer lfd zeile
  id# # seq sequence numer lp poradi pořadí porč sorszám sorsz ssz nrcrt numărcurent sıra sırano numara kod kodu número
  номер нпп ппп пп порядковыйномер αα αριθμός رقم م مسلسل מספר 번호 순번 연번 no. 编号 序号 序號 編號 番号 連番 stt nomor nourut identifier`;
let bare: ReadonlySet<string> | undefined;

function isBare(header: string): boolean {
  bare ??= new Set(toComparableWords(bareNumbers));
  const name = toComparableHeader(header.slice(0, 100));
  return name === "" || bare.has(name);
}

// Numbers by which nobody is known to an application.
const otherNumber =
  /phone|tele?f|\btel|fax|mobil|handy|\bcell|gsm|zip|post|plz|iban|tax|vat|steuer|ssn|телефон|тел|電話|电话|手机|전화|휴대|هاتف|جوال|טלפון|โทร/i;
const minWords = 2;

// True for a header that says whose number it is: "Requester ID", "Dossiernr.".
function namesId(header: string): boolean {
  if (header.length > 60 || otherNumber.test(header)) return false;
  const name = toComparableHeader(header);
  const words = header
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "");
  const isJoined = /\p{L}{4}(?:id|nr|nummer|number|code|番号|编号|번호)$/u.test(name);
  return isJoined || (words.length >= minWords && words.some(isBare));
}

const generatedId = /^(?=.*\d)(?=.*[a-z])[\w-]{15,}$/i;

// True for a generated id, or one whose header says whose it is. Beside it, a bare number belongs to something else: a ticket.
function isIdOfSomeone(header: string, { cells }: ColumnSample): boolean {
  return namesId(header) || cells.every((cell) => generatedId.test(cell.trim()));
}

// The share of rows in which the number is the previous one's neighbour.
const minRunning = 0.9;

/** Leaves undecided a bare number that counts rows, where another column may be the id, or whose emails repeat. */
export function settleIds(table: CsvTable, candidates: readonly Candidate[], valuesAt: ValuesAt): Candidate[] {
  const ids = candidates.filter(({ key }) => key === "externalUserId");
  const doubted = ids.filter((one) => one.score > 0 && isDoubted(one, table));
  if (doubted.length === 0) return [...candidates];
  const others = otherIds(table, ids, valuesAt);
  const repeated = hasRepeatedEmails(candidates, valuesAt);
  const isNumbered = others.some((column) => isIdOfSomeone(table.headers[column] ?? "", valuesAt(column)));
  const isRejected = ({ column, how }: Candidate) =>
    repeated || (isNumbered && how === "guess") || (others.length > 0 && isRunning(table, column));
  const rejected = new Set(doubted.filter(isRejected));
  if (rejected.size === 0) return [...candidates];
  const kept = candidates.filter((one) => !rejected.has(one));
  const missing = others.filter((column) => !ids.some((one) => one.column === column));
  const offered = missing.map((column) => toOffer(column, valuesAt));
  const unsure = others.length > 0 ? [] : [...rejected].map((one) => ({ ...one, score: 0 }));
  return [...kept, ...offered, ...unsure];
}

function isDoubted({ column, reason }: Candidate, { headers }: CsvTable): boolean {
  return reason.code !== "alias" && isBare(headers[column] ?? "");
}

function toOffer(column: number, valuesAt: ValuesAt): Candidate {
  return guess("externalUserId", column, 0, 0.4, { code: "unique_values", of: valuesAt(column).count });
}

function hasRepeatedEmails(candidates: readonly Candidate[], valuesAt: ValuesAt): boolean {
  const emails = candidates.filter(({ key, column }) => key === "email" && valuesAt(column).emails >= 0.5);
  return emails.length > 0 && !emails.some(({ column }) => isNearlyUnique(column, valuesAt));
}

/** True for whole numbers that go up or down by one from row to row. */
export function isRunning({ records }: CsvTable, column: number): boolean {
  const numbers = records.map(({ cells }) =>
    /^\s*\d{1,9}\.?\s*$/.test(cells[column] ?? "") ? Number(cells[column]) : Number.NaN,
  );
  const steps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? Number.NaN));
  const share = (step: number) => steps.filter((one) => one === step).length / Math.max(steps.length, 1);
  return steps.length > 0 && (share(1) >= minRunning || share(-1) >= minRunning);
}

// Columns beside a bare number that may be the id: unique, and called an id or a username, or mixed of letters and digits.
function otherIds(table: CsvTable, ids: readonly Candidate[], valuesAt: ValuesAt): number[] {
  return table.headers.slice(0, 200).flatMap((header, column) => {
    const values = valuesAt(column);
    if (isBare(header) || !clearlyFits("externalUserId", values) || isRunning(table, column)) return [];
    const kind = knownHeader(header)?.kind;
    const isNamed =
      kind === "username" ||
      kind === "externalUserId" ||
      ids.some((one) => one.column === column) ||
      (kind === undefined && namesId(header));
    const isMixed = values.cells.every((cell) => /^(?=.*\d)(?=.*\p{L})[\p{L}\p{N}_./:|-]{2,64}$/u.test(cell));
    return isNamed || (kind === undefined && isMixed) ? [column] : [];
  });
}
