// Detected encodings of spreadsheets from many countries, and their notices.
import { describe, expect, test } from "vitest";
import { decodeBytes } from "../../../src/csv/read/encodings/dos-encodings.ts";
import type { Encoding } from "../../../src/csv/table.ts";
import { encode, latin1, readTable } from "../reading.ts";

// Bytes of a text in an encoding that only decodes: each character's bytes are looked for.
function encodeAs(text: string, encoding: Encoding): Uint8Array<ArrayBuffer> {
  const bytesOf = new Map<string, number[]>();
  const note = (bytes: number[]) => {
    const character = decodeBytes(Uint8Array.from(bytes), encoding);
    if (!bytesOf.has(character)) bytesOf.set(character, bytes);
  };
  for (let byte = 0; byte < 256; byte += 1) note([byte]);
  const isWide = /jis|euc|gb|big/.test(encoding);
  for (let lead = 0x81; isWide && lead < 0xff; lead += 1)
    for (let trail = 0x40; trail < 0xff; trail += 1) note([lead, trail]);
  return Uint8Array.from([...text].flatMap((character) => bytesOf.get(character) ?? []));
}

const found: [encoding: Encoding, language: string, names: string][] = [
  ["windows-1250", "pl", "Łukasz Wiśniewski, Paweł Zając"],
  ["iso-8859-2", "pl", "Łukasz Wiśniewski, Paweł Zając"],
  ["windows-1250", "cs", "Jiří Dvořák, Petr Němec, Věra Černá"],
  ["windows-1250", "hu", "Erdős Gergő, Szűcs Ödön, Kovács Béla"],
  ["windows-1251", "ru", "Иван Петров, Анна Смирнова"],
  ["windows-1251", "ru", "ИВАН ПЕТРОВ, АННА СМИРНОВА"],
  ["koi8-r", "ru", "Иван Петров, Анна Смирнова"],
  ["koi8-u", "uk", "Іван Шевченко, Оксана Коваленко, Євген Мельник, Олексій Ткаченко"],
  ["windows-1251", "uk", "Іван Шевченко, Оксана Коваленко, Євген Мельник, Олексій Ткаченко"],
  ["windows-1251", "sr", "Јован Јовановић, Љубица Николић, Милош Петровић, Ђорђе Станковић"],
  ["ibm866", "ru", "Иван Петров, Анна Смирнова, Мария Кузнецова"],
  ["x-mac-cyrillic", "ru", "Иван Петров, Анна Смирнова, Мария Кузнецова"],
  ["windows-1255", "he", "משה כהן, שרה לוי, דוד מזרחי, יעל ביטון"],
  ["windows-1255", "he", "אברהם פרידמן, רחל אזולאי, נועם דהן, מיכל גבאי, יוסף אוחיון"],
  ["windows-1256", "ar", "محمد علي, فاطمة حسن, أحمد إبراهيم, خالد عبد الله"],
  ["windows-1256", "ar", "سارة القحطاني, يوسف العتيبي, نورة الحربي, عمر الشمري"],
  ["windows-874", "th", "สมชาย ใจดี, สุดา แสงทอง, ประยุทธ์ วงศ์สุวรรณ, มาลี ศรีสุข"],
  ["windows-1257", "lt", "Jūratė Žukauskienė, Šarūnas Kazlauskas, Eglė Šimkutė"],
  ["windows-1257", "lv", "Jānis Bērziņš, Līga Ozoliņa, Andris Kļaviņš"],
  ["windows-1258", "vi", "Nguyê\u0303n Văn An, Trâ\u0300n Thi\u0323 Bi\u0300nh, Đă\u0323ng Hô\u0300ng"],
  [
    "windows-1250",
    "hu",
    "Kovács István, Nagy Ferenc Győző, Tóth Sándor, Szűcs Éva, Kőszegi Ágnes, Bíró Zoltán, Fűzfa Márta",
  ],
  [
    "windows-1250",
    "ro",
    "Ștefan".replace("Ș", "Ş").concat(" Munteanu, Ioan Pîrvu, Mădălina Tănase, Cătălin Ţurcanu, Răzvan Brâncuş"),
  ],
  ["ibm850", "de", "Jürgen Müller, Käthe Schäfer, Günther Weiß"],
  ["ibm850", "fr", "René Lefèvre, François Côté, Zoé"],
  ["ibm850", "es", "José Núñez, Begoña Muñoz, Raúl Gómez"],
  ["ibm850", "pt", "João Simões, Conceição Araújo, Inês"],
  ["ibm852", "pl", "Łukasz Wiśniewski, Paweł Zając, Michał Wójcik"],
  ["ibm852", "cs", "Jiří Dvořák, Petr Němec, Věra Černá"],
  ["windows-1253", "el", "Γιώργος Παπαδόπουλος, Μαρία Νικολάου"],
  ["windows-1254", "tr", "Yıldız Şahin, Çağlar Öztürk"],
  ["macintosh", "de", "Jürgen Müller, Käthe Schäfer"],
  ["macintosh", "fr", "René Lefèvre, François Côté"],
  ["iso-8859-15", "fr", "Lœtitia Bœuf, Rœderer"],
  ["shift_jis", "ja", "山田太郎, 鈴木花子"],
  ["euc-jp", "ja", "山田たろう, 鈴木はなこ"],
  ["gb18030", "zh-Hans", "王伟, 李娜, 张敏, 刘洋"],
  ["big5", "zh-Hant", "陳大文, 林美玲, 黃志明"],
  ["euc-kr", "ko", "김민준, 이서연, 박지훈, 최유진"],
];

const western: [name: string, names: string][] = [
  ["many countries", "Jürgen Müller, François Côté, José Núñez, Søren Ågård"],
  ["an apostrophe", "Sean O’Brien, Zoë"],
  ["one letter", "Peña, Muñoz"],
  ["Portuguese", "Conceição Araújo, João Simões"],
  ["Icelandic", "Árni Þórðarson, Guðrún Jónsdóttir"],
  ["capitals", "LEFÈVRE RENÉ, CÔTÉ"],
  ["one word that could be Polish", "Łukasz".replace("Ł", "£")],
  ["symbols alone", "50 €, § 12, © Acme"],
  ["Germans and Spaniards", "Jürgen Köhler, José Núñez, Raúl Gómez, Müller"],
  ["Estonian", "Jüri Õunapuu, Mäe, Tõnu Sööt"],
  ["Finns and Swedes", "Väinö Mäkelä, Åsa Öberg, Jörgen"],
  ["Italian", "Nicolò Rossi, Cantù, Perché"],
  ["Danish", "Søren Kjærgård, Åse, Jørgensen"],
];

const toFile = (names: string) =>
  `user_id,email,name\n${names
    .split(", ")
    .map((name, row) => `${row},u${row}@example.com,${name}\n`)
    .join("")}`;

describe("an encoding is found by its letters", () => {
  for (const [encoding, language, names] of found) {
    test(`${encoding}: ${names}`, async () => {
      const { records, dialect, notices } = await readTable(encodeAs(toFile(names), encoding));
      expect(records.map(({ cells }) => cells[2]).join(", ")).toBe(names);
      expect(dialect).toMatchObject({ encoding, reasons: { encoding: { code: "letters_fit", language } } });
      expect(notices).toEqual([{ code: "encoding_guessed", encoding }]);
    });
  }
});

describe("bytes without evidence are Windows-1252, with a notice", () => {
  for (const [name, names] of western) {
    test(`${name}: ${names}`, async () => {
      const { records, dialect, notices } = await readTable(encodeAs(toFile(names), "windows-1252"));
      expect(records.map(({ cells }) => cells[2]).join(", ")).toBe(names);
      expect(dialect.reasons.encoding.code).toBe("not_utf8");
      expect(notices).toEqual([{ code: "encoding_guessed", encoding: "windows-1252" }]);
    });
  }
});

describe("a text in another script is never read as Western, even if it is short", () => {
  test.each<[Encoding, string]>([
    ["windows-1255", "כהן משה"],
    ["windows-1256", "علي"],
    ["windows-1251", "Петров"],
    ["windows-874", "มาลี ศรีสุข"],
  ])("%s: %s", async (encoding, name) => {
    const { records, dialect } = await readTable(encodeAs(toFile(name), encoding));
    expect([dialect.encoding, records[0]?.cells[2]]).toEqual([encoding, name]);
  });

  test("and in an unknown script the letters are not said to fit", async () => {
    // ARMSCII-8, Armenian: letters from 0xB2 on, small and capital in turns.
    const armenian = Uint8Array.from([
      ...encode("id,email,name\n1,a@example.com,"),
      0xb2,
      0xdd,
      0xdd,
      0xb3,
      0x20,
      0xd0,
      0xd1,
    ]);
    expect((await readTable(armenian)).dialect.reasons.encoding.code).toBe("not_utf8");
  });
});

describe("the code pages of DOS", () => {
  test.each<[Encoding, number[], string]>([
    ["ibm437", [0x81, 0x9b, 0xe0], "ü¢α"],
    ["ibm850", [0x81, 0x9b, 0xd5], "üøı"],
    ["ibm852", [0x81, 0x9b, 0xfb], "üŤű"],
  ])("are read when chosen: %s", async (encoding, bytes, name) => {
    const file = Uint8Array.from([...encode("id,email,name\n1,a@example.com,"), ...bytes]);
    expect((await readTable(file, { encoding })).records[0]?.cells[2]).toBe(name);
  });
});

describe("UTF-8", () => {
  test("with a damaged byte stays UTF-8, and the damage is counted", async () => {
    const bytes = encode(toFile("Jürgen Müller, Käthe, René#"));
    bytes[bytes.indexOf("#".charCodeAt(0))] = 0xe9;
    const { dialect, notices } = await readTable(bytes);
    expect(dialect.reasons.encoding).toEqual({ code: "mostly_utf8", characters: 4, damaged: 1 });
    expect(notices).toEqual([{ code: "characters_damaged", count: 1, firstRow: 4 }]);
  });

  test("UTF-16 without a mark is found among Chinese names too", async () => {
    const text = toFile("王伟, 李娜, 张敏, 刘洋");
    const bytes = Uint8Array.from(
      [...text].flatMap((character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8]),
    );
    expect((await readTable(bytes)).dialect.encoding).toBe("utf-16le");
  });
});

describe("mojibake", () => {
  const twice = (text: string) => new TextDecoder("windows-1252").decode(encode(text));
  const text = toFile(`${twice("Jürgen Müller")}, Ann, ${twice("Łukasz")}, ${twice("Иван")}`);

  test("is counted", async () => {
    const { records, notices } = await readTable(text);
    expect(records[0]?.cells[2]).toBe("JÃ¼rgen MÃ¼ller");
    expect(notices).toEqual([{ code: "text_garbled", count: 7, rows: 3, firstRow: 2, columns: [2] }]);
  });

  test("of several programs, one after another, is repaired too", async () => {
    const again = toFile(`${twice(twice("Jürgen"))}, ${twice(twice("Иван"))}, ${twice(twice("L’Été"))}`);
    const { records } = await readTable(again, { garbled: "mend" });
    expect(records.map(({ cells }) => cells[2])).toEqual(["Jürgen", "Иван", "L’Été"]);
  });

  test("is repaired on request", async () => {
    const { records, notices } = await readTable(text, { garbled: "mend" });
    expect(records.map(({ cells }) => cells[2])).toEqual(["Jürgen Müller", "Ann", "Łukasz", "Иван"]);
    expect(notices).toEqual([{ code: "text_mended", count: 7, rows: 3, firstRow: 2, columns: [2] }]);
  });

  for (const name of ["João", "IRMÃ", "Ångström", "ANDRÉ’S", "Ñandú", "Œuvre", "Ä “quoted”", "São – Tomé", "Ðorđe"]) {
    test(`${name} is not mojibake`, async () => expect((await readTable(toFile(name))).notices).toEqual([]));
  }
});

test("the first text that is not ASCII is shown", async () => {
  const { dialect } = await readTable(latin1("user_id,email,name\n1,a@x.de,Ann\n2,b@x.de,J\xFCrgen\n"));
  expect(dialect.sample).toEqual({ row: 3, text: "Jürgen" });
});
