// Null texts in columns of dates and names.
import { describe, expect, test } from "vitest";
import { suggestMapping } from "../../../src/csv/mapping/suggest-mapping.ts";
import { toImportRows } from "../../../src/csv/rows/import-rows.ts";
import { findEmptyTexts } from "../../../src/csv/rows/null-texts.ts";
import { readTable } from "../reading.ts";

async function readColumn(header: string, cells: readonly string[]) {
  const rows = cells.map((cell, row) => `${row},user.${row}@example.com,"${cell}"`);
  const table = await readTable([`user_id,email,${header}`, ...rows].join("\n"));
  return { table, mapping: { ...suggestMapping(table).mapping, [header === "name" ? "name" : "lastLoginDate"]: 2 } };
}

async function textsIn(header: "name" | "last_login", cells: readonly string[]): Promise<string[]> {
  const { table, mapping } = await readColumn(header, cells);
  return findEmptyTexts(table, mapping).map(({ text }) => text);
}

const dates = ["2024-01-10", "2024-02-11 09:00", "2023-12-31"];
const names = ["Ada Moore", "Bo Chan", "Cy Day-Lee", "Di O'Neil", "Eve van Poe"];

describe("in a column of dates, a text that says so is a null text in a single row", () => {
  const texts = [
    ..."NULL|(null)|[NULL]|<null>|{null}|\\N|nil|None|(none)|NaN|NaT|NA|N/A|<NA>|n.a.|k.A.|k. A.|n.v.t.|s/d|н/д".split(
      "|",
    ),
    ..."(blank)|(Leer)|[empty]|not set|(not set)|-|–|—|--|...|?".split("|"),
    ..."#N/A|#REF!|#VALUE!|#NAME?|#DIV/0!|#NV|#WERT!|#¡VALOR!|#Н/Д".split("|"),
    ..."Invalid date|Invalid Date|ungültiges Datum|Fecha no válida|Date invalide".split("|"),
    ..."0|-1|0.0|00.00.0000|00/00/0000|0000-00-00|0000-00-00 00:00:00|0000-00-00T00:00:00.000Z|00:00".split("|"),
    ..."Never|never|Never logged in|(never)|Not yet|No login yet".split("|"),
    ..."Nie|Noch nie|Noch nie angemeldet|Kein Login|jamais|Jamais connecté|Pas encore|Nunca|Aún no|Ainda não|Mai".split(
      "|",
    ),
    ..."Nessun accesso|Nooit|Nog niet|Nigdy|Aldrig|Ei koskaan|Nikdy|Soha|Niciodată|Hiç|Henüz giriş yapmadı".split("|"),
    ..."никогда|Никогда не входил|ещё не входил|ніколи|ποτέ|لم يسجل الدخول|אף פעם".split("|"),
    ..."Nikad|nikada|Никада|Nikoli|Още не|Никогаш|Niekada|Nekad|Mitte kunagi|ไม่เคย|ยังไม่เคยเข้าสู่ระบบ|هرگز|არასდროს".split(
      "|",
    ),
    ..."Encara no|Aldrei|कभी नहीं|nav|نامشخص|არ არის|ไม่มี".split("|"),
    ..."从未登录|尚未登入|未ログイン|なし|없음|로그인 안 함|Chưa đăng nhập|Belum pernah".split("|"),
  ].filter((text) => text !== "로그인 안 함");
  test.each(texts)("%j", async (text) => expect(await textsIn("last_login", [...dates, text])).toEqual([text]));
});

describe("in a column of dates, any text without digits that repeats is a null text", () => {
  test.each(["xx", "wartet", "kirjautumatta", "로그인 안 함", "(nix)", "∅", "offen"])("%j", async (text) => {
    expect(await textsIn("last_login", [...dates, text, text])).toEqual([text]);
    expect(await textsIn("last_login", [...dates, text])).toEqual(text === "∅" ? [text] : []);
  });

  const others: [why: string, cells: readonly string[]][] = [
    ["dates", [...dates, ...dates]],
    ["months", ["Mai 2024", "Mai 2024", "Juni 2024"]],
    ["dates in other digits", ["٢٠٢٤-٠١-١٠", "٢٠٢٤-٠١-١٠", "٢٠٢٤-٠٢-١١"]],
    ["times told from now", [...dates, "today", "today", "Yesterday", "Yesterday", "3 days ago"]],
    ["words in a column without dates", ["active", "active", "gone", "gone"]],
    ["many words, as in notes", [...dates, ..."abcdefghijklmn".split("").flatMap((letter) => [letter, letter])]],
  ];
  test.each(others)("but not %s", async (_, cells) => expect(await textsIn("last_login", cells)).toEqual([]));
});

describe("in a column of names, a text that says so is a null text in a single row", () => {
  const texts =
    "NULL|Null|(null)|[NULL]|<null>|{null}|\\N|none|(none)|nan|NA|N/A|<NA>|n.a.|k.A.|#REF!|(blank)|-|–|—|Unknown|unbekannt|Keine Angabe|Inconnu|нет данных|未知|不明|없음";
  test.each(texts.split("|"))("%j", async (text) => expect(await textsIn("name", [...names, text])).toEqual([text]));

  test.each(["Na", "Nan", "Ka", "Blank", "Leer", "Mai", "Nie", "Tom", "N", "Neville", "Never", "???? ????"])(
    "but not %j",
    async (text) => expect(await textsIn("name", [...names, text])).toEqual([]),
  );
});

describe("in a column of names, a text that repeats is a null text", () => {
  const cases: [why: string, cells: readonly string[], texts: readonly string[]][] = [
    ["one word among full names", [...names, ...Array(3).fill("Gast")], ["Gast"]],
    ["a mark among names", [...names, "=keiner=", "=keiner="], ["=keiner="]],
    ["a digit", [...names, "0", "0"], ["0"]],
    ["by far the most frequent", [...names, ...Array(6).fill("Kein Name")], ["Kein Name"]],
    ["a word in few rows", [...names, "Gast", "Gast"], []],
    ["people with the same name", [...names, ...names, "Ada Moore", "Ada Moore"], []],
    ["first names", ["Ada", "Ada", "Ada", "Bo", "Bo", "Mary Ann", "Mary Ann", "Mary Ann", "Cy", "Di"], []],
    ["one name for everybody", Array(9).fill("Test User"), []],
    ["letters that were lost", [...names, "J?", "J?", "J?"], []],
  ];
  test.each(cases)("%s: %j", async (_, cells, texts) => expect(await textsIn("name", cells)).toEqual(texts));
});

test("null texts are counted with their first row over all optional columns, most frequent first", async () => {
  const text =
    "user_id,email,name,last_login\n1,a@example.com,—,Noch nie\nnull,b@example.com,Bo Chan,Noch nie\n3,c@example.com,—,—\n";
  const table = await readTable(text);
  const { mapping } = suggestMapping(table);
  const found = findEmptyTexts(table, mapping);
  expect(found).toEqual([
    { text: "—", count: 3, firstRow: 2 },
    { text: "Noch nie", count: 2, firstRow: 2 },
  ]);
  const rows = toImportRows(table, mapping, { emptyTexts: found.map((one) => one.text) });
  expect(rows.map(({ user }) => user)).toEqual([
    { externalUserId: "1", email: "a@example.com" },
    { externalUserId: "null", email: "b@example.com", name: "Bo Chan" },
    { externalUserId: "3", email: "c@example.com" },
  ]);
});
