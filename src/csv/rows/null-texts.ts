// Finds null texts, written for a missing value (NULL, (none), Never): known ones, and repeated ones where all others have another form.
import type { ColumnMapping } from "../mapping/suggestion.ts";
import type { CsvTable } from "../table.ts";
import { type AffectedRows, addRow, isBlank } from "../text/cells.ts";
import { isDateNullText, isNameNullText } from "./null-words.ts";
import { finishSteps, inSteps, type Steps } from "./steps.ts";

/** A null text in the mapped optional columns. `RowOptions.emptyTexts` reads it as empty. */
export interface EmptyText extends AffectedRows {
  readonly text: string;
}

const maxTextLength = 40;
// Beyond these, null texts are single cells of a column with arbitrary texts.
const maxTexts = 12;
// Enough to see which texts repeat; a column of a million different names is not kept in memory.
const maxRowsCompared = 10_000;

/** Finds null texts, most frequent first. Required columns are left out: a row without their value has to be corrected. */
export function findEmptyTexts(table: CsvTable, mapping: ColumnMapping): EmptyText[] {
  return finishSteps(searchEmptyTexts(table, mapping));
}

/** The same in short steps. */
export function* searchEmptyTexts(table: CsvTable, mapping: ColumnMapping): Steps<EmptyText[]> {
  const texts = new Set<string>();
  for (const column of [mapping.registrationDate, mapping.lastLoginDate]) {
    if (column !== null) addAll(texts, yield* nullTextsOfDates(table, column));
  }
  if (mapping.name !== null) addAll(texts, yield* nullTextsOfNames(table, mapping.name));
  return texts.size === 0 ? [] : yield* countTexts(table, mapping, texts);
}

function addAll(texts: Set<string>, more: Iterable<string>): void {
  for (const text of more) texts.add(text);
}

// A null text means the same in every optional column.
function* countTexts({ records }: CsvTable, mapping: ColumnMapping, texts: ReadonlySet<string>): Steps<EmptyText[]> {
  const columns = [mapping.name, mapping.registrationDate, mapping.lastLoginDate].filter((column) => column !== null);
  const found = new Map<string, AffectedRows>();
  yield* inSteps(records, ({ number, cells }) => {
    for (const column of columns) {
      const cell = cells[column] ?? "";
      if (cell.length > maxTextLength * 2 || !texts.has(cell.trim())) continue;
      found.set(cell.trim(), addRow(found.get(cell.trim()) ?? null, number));
    }
  });
  return [...found]
    .map(([text, seen]) => ({ text, ...seen }))
    .sort((a, b) => b.count - a.count)
    .slice(0, maxTexts);
}

const fourDigits = /(?:\p{Nd}\D*){4}/u;
// Describes a time, rather than its absence.
const relativeTime =
  /^(?:now|today|yesterday|online|active|jetzt|heute|gestern|aujourd|hier|hoy|ayer|oggi|ieri|hoje|ontem|vandaag|gisteren|сегодня|вчера|今|昨|오늘|어제)/i;

// A date has digits other than zero. A repeated text without any is not a date; a few such texts in a column of dates are null texts.
function* nullTextsOfDates({ records }: CsvTable, column: number): Steps<string[]> {
  const counts = new Map<string, number>();
  let dates = 0;
  let others = 0;
  yield* inSteps(records, ({ cells }) => {
    const cell = cells[column] ?? "";
    const isNumber = /[1-9]/.test(cell) && cell.trim() !== "-1";
    if (isNumber && fourDigits.test(cell)) dates += 1;
    else if (isNumber) others += 1;
    else if (!isBlank(cell) && cell.length <= maxTextLength)
      counts.set(cell.trim(), (counts.get(cell.trim()) ?? 0) + 1);
  });
  const isDateColumn = dates > 0 && dates >= others && counts.size <= maxTexts;
  const isRepeated = (text: string, count: number) => isDateColumn && count > 1 && !relativeTime.test(text);
  return [...counts].flatMap(([text, count]) => (isDateNullText(text) || isRepeated(text, count) ? text : []));
}

// The form of a name: no letters, characters that no name has, one word, or several.
type NameForm = "none" | "marked" | "word" | "words";

const letters = /\p{L}/u;
const marks = /[()[\]{}<>#*_=\\/|0-9]|^[^\p{L}'’]|[^\p{L}.'’)]$/u;

function formOf(text: string): NameForm {
  if (!letters.test(text)) return "none";
  if (marks.test(text)) return "marked";
  return /\s/.test(text) ? "words" : "word";
}

// Names differ from row to row. A repeated one is not a name if nearly all others have another form, or if it is by far the
// most frequent.
function* nullTextsOfNames(table: CsvTable, column: number): Steps<string[]> {
  const counts = yield* countNames(table, column);
  const main = mainForm(counts);
  const filled = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const isRepeated = (text: string, count: number) => {
    // Question marks are letters that were lost.
    if (main === null || /[?\uFFFD]/.test(text)) return false;
    const form = formOf(text);
    if (form === "none" || form === "marked") return count > 1;
    if (form !== main.form) return count > 2 && count >= main.most * 2;
    return count >= 5 && count * 10 >= filled && count >= main.second * 5 && counts.size > 5;
  };
  return [...counts].flatMap(([text, count]) => (isNameNullText(text) || isRepeated(text, count) ? text : []));
}

interface MainForm {
  readonly form: NameForm;
  /** The counts of the most frequent text in the column, and of the next one. */
  readonly most: number;
  readonly second: number;
}

// The form of nearly all rare names; null if they have several forms.
function mainForm(counts: ReadonlyMap<string, number>): MainForm | null {
  const texts = [...counts].map(([text, count]) => ({ form: formOf(text), count }));
  const isName = (form: NameForm) => form === "word" || form === "words";
  const single = texts.filter(({ form, count }) => count === 1 || (count === 2 && isName(form)));
  for (const form of ["words", "word"] as const) {
    if (single.length === 0 || single.filter((one) => one.form === form).length < single.length * 0.9) continue;
    const [most = 0, second = 0] = texts.flatMap((one) => (one.form === form ? one.count : [])).sort((a, b) => b - a);
    return { form, most, second };
  }
  return null;
}

function* countNames({ records }: CsvTable, column: number): Steps<Map<string, number>> {
  const counts = new Map<string, number>();
  yield* inSteps(records, ({ cells }, row) => {
    const cell = cells[column] ?? "";
    if (cell === "" || cell.length > maxTextLength || (row >= maxRowsCompared && !isNameNullText(cell))) return;
    if (!isBlank(cell)) counts.set(cell.trim(), (counts.get(cell.trim()) ?? 0) + 1);
  });
  return counts;
}
