// Date formats of columns, and converted dates.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { suggestMapping } from "../../../src/csv/mapping/suggest-mapping.ts";
import { detectDateFormats, detectRest, toDateProof } from "../../../src/csv/rows/date-columns.ts";
import { toImportRows } from "../../../src/csv/rows/import-rows.ts";
import { addRareDates, convertDate, type DateFormat } from "../../../src/csv/text/date-format.ts";
import * as dateWords from "../../../src/csv/text/date-words.ts";
import { readTable } from "../reading.ts";

addRareDates(dateWords);
// The day on which these files are read.
const now = Date.UTC(2026, 0, 2);

describe("one date", () => {
  const cases: [text: string, format: DateFormat, iso: string | null][] = [
    ["31.12.2025", "day_month_year", "2025-12-31"],
    ["1. 2. 2025", "day_month_year", "2025-02-01"],
    ["31/12/2025 16:05", "day_month_year", "2025-12-31T16:05"],
    ["31.12.2025, 16:05:09 Uhr", "day_month_year", "2025-12-31T16:05:09"],
    ["12/31/2025 4:05 PM", "month_day_year", "2025-12-31T16:05"],
    ["12/31/2025 12:05:00 a.m.", "month_day_year", "2025-12-31T00:05:00"],
    ["12-31-2025", "month_day_year", "2025-12-31"],
    ["2025/1/5", "year_month_day", "2025-01-05"],
    ["2025年1月5日 16時05分", "year_month_day", "2025-01-05T16:05"],
    ["2025-12-31 16:05:00 UTC", "year_month_day", "2025-12-31T16:05:00Z"],
    ["2025-12-31 16:05:00 +0100", "year_month_day", "2025-12-31T16:05:00+01:00"],
    ["31 Dec 2025", "month_name", "2025-12-31"],
    ["Dec 31, 2025, 4:05 PM", "month_name", "2025-12-31T16:05"],
    ["December 31st, 2025", "month_name", "2025-12-31"],
    ["31. Dezember 2025", "month_name", "2025-12-31"],
    ["31 décembre 2025", "month_name", "2025-12-31"],
    ["31 de diciembre de 2025", "month_name", "2025-12-31"],
    ["31 grudnia 2025", "month_name", "2025-12-31"],
    ["31-Dec-2025", "month_name", "2025-12-31"],
    ["Wed, 31 Dec 2025 16:05:00 GMT", "month_name", "2025-12-31T16:05:00Z"],
    ["Wed, 31 Dec 2025 16:05:00 +0100", "month_name", "2025-12-31T16:05:00+01:00"],
    ["Wed Dec 31 2025 16:05:00 GMT+0100 (CET)", "month_name", "2025-12-31T16:05:00+01:00"],
    ["20251231", "compact", "2025-12-31"],
    ["20251231160500Z", "compact", "2025-12-31T16:05:00Z"],
    ["1767197100", "epoch_seconds", "2025-12-31T16:05:00Z"],
    ["1767197100123", "epoch_milliseconds", "2025-12-31T16:05:00.123Z"],
    ["46022", "excel_serial", "2025-12-31"],
    ["46022.670138888886", "excel_serial", "2025-12-31T16:05:00"],
    ["46022,5", "excel_serial", "2025-12-31T12:00:00"],
    ["31.12.25", "day_month_year", "2025-12-31"],
    ["31.02.2025", "day_month_year", null],
    ["31/12.2025", "day_month_year", null],
    ["12/31/2025", "day_month_year", null],
    ["12/31/2025 13:05 PM", "month_day_year", null],
    ["31 Dec 2025 16:05 XYZ", "month_name", null],
    ["31 Foo 2025", "month_name", null],
    ["1001", "excel_serial", null],
    ["43839", "excel_serial_1904", "2024-01-10"],
    ["43839.75", "excel_serial_1904", "2024-01-10T18:00:00"],
    ["1001", "excel_serial_1904", null],
    ["yesterday", "month_name", null],
    [`1${" ".repeat(100_000)}2`, "day_month_year", null],
  ];
  for (const [text, format, iso] of cases) {
    test(`${format}: ${text.slice(0, 50)} is ${iso}`, () => expect(convertDate(text, format)).toBe(iso));
  }

  const two = (number: number) => String(number).padStart(2, "0");
  const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  const writers: [format: DateFormat, write: (date: Date) => string][] = [
    [
      "day_month_year",
      (date) => `${date.getUTCDate()}.${date.getUTCMonth() + 1}.${date.getUTCFullYear()} ${clockOf(date)}`,
    ],
    [
      "month_day_year",
      (date) => `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()} ${halfClockOf(date)}`,
    ],
    [
      "year_month_day",
      (date) => `${date.getUTCFullYear()}/${two(date.getUTCMonth() + 1)}/${two(date.getUTCDate())} ${clockOf(date)}`,
    ],
    [
      "month_name",
      (date) => `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()} ${clockOf(date)}`,
    ],
    ["month_name", (date) => date.toUTCString()],
    ["epoch_seconds", (date) => String(date.getTime() / 1000)],
    ["epoch_milliseconds", (date) => String(date.getTime())],
    ["excel_serial", (date) => String(date.getTime() / 86_400_000 + 25_569)],
    ["iso", (date) => date.toISOString()],
  ];
  const clockOf = (date: Date) =>
    `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  const halfClockOf = (date: Date) =>
    `${date.getUTCHours() % 12 || 12}:${clockOf(date).slice(3)} ${date.getUTCHours() < 12 ? "AM" : "PM"}`;
  for (const [format, write] of writers) {
    test(`written as ${format} and converted, a date is what it was`, () => {
      // Seconds from 1974, when their count has nine digits, to 2099.
      const seconds = fc.integer({ min: 126_230_400, max: 4_102_444_799 });
      fc.assert(
        fc.property(seconds, (time) => {
          const iso = convertDate(write(new Date(time * 1000)), format) ?? "";
          expect(Date.parse(/Z$|^.{10}$/.test(iso) ? iso : `${iso}Z`)).toBe(time * 1000);
        }),
      );
    });
  }
});

describe("a column of dates", () => {
  const cases: [name: string, dates: string[], format: DateFormat | null, ambiguous: boolean][] = [
    ["ISO", ["2025-12-31", "2026-01-01T10:00:00Z"], "iso", false],
    ["some row has a day above 12", ["05.01.2026", "31.12.2025"], "day_month_year", false],
    ["some row has it in second place", ["01/05/2026", "12/31/2025"], "month_day_year", false],
    ["no row tells day from month", ["01/05/2026", "02/03/2026"], null, true],
    ["rows contradict each other", ["13/01/2026", "01/13/2026", "01/02/2026"], null, true],
    ["one row contradicts many", ["31/12/2025", "30/12/2025", "12/31/2025", "01/02/2026"], null, true],
    [
      "one row in another order, and each is one day",
      ["31.12.2025", "30.12.2025", "12/31/2025"],
      "day_month_year",
      false,
    ],
    ["the same day in both orders", ["01.01.1970", "02.02.2024"], "day_month_year", false],
    ["the same day in all orders", ["24.24.24", "11.11.11"], "day_month_year", false],
    ["a sign that only some rows have tells nothing", ["12/31/2025", "12/30/2025", "03.04.2026"], null, true],
    ["each sign tells for itself", ["12/31/2025", "03/04/2026", "31.12.2025", "3.4.2026"], null, true],
    ["seconds", ["1767197100", "1767197101"], "epoch_seconds", false],
    ["milliseconds", ["1767197100000", "1767197101000"], "epoch_milliseconds", false],
    ["Excel's numbers", ["46022", "46023.5"], "excel_serial", false],
    ["Excel's numbers, old ones among them", ["43839", "44564"], "excel_serial", false],
    ["Excel's numbers that may count from 1904", ["43839", "44561.25"], null, true],
    ["Excel's numbers of one day", ["36526", "36526"], null, true],
    ["words", ["soon", "later"], null, false],
    ["zeros beside seconds", ["0", "1767197100", "0", "0"], "epoch_seconds", false],
    ["minus ones beside milliseconds", ["-1", "1767197100000", "-1", "-1"], "epoch_milliseconds", false],
    ["mostly words beside US dates", ["Never", "12/31/2025", "Never", "Never"], "month_day_year", false],
    ["zeros alone", ["0", "0"], null, false],
    ["empty", ["", ""], null, false],
    ["two digits for the year", ["31.12.25", "30.12.25"], null, true],
    ["two digits for the year, and slashes", ["05/01/23", "06/02/24"], null, true],
    ["two digits for the year, before ISO days", ["23-01-25", "24-02-26"], null, true],
    ["two digits for the year, some above 31", ["31.12.98", "30.12.97"], "day_month_year", false],
    ["two digits for the year, in front and above 31", ["98-12-31", "97-12-30"], "year_month_day", false],
    ["two digits for the year, some day in second place", ["1/5/23", "12/31/22"], "month_day_year", false],
    ["two digits for the year of a month name", ["25-Jan-23", "26-FEB-24"], "month_name", false],
    ["Croatian months", ["3. siječnja 2024.", "4. listopada 2024.", "5. srpnja 2024."], "croatian_month_name", false],
    ["Polish months", ["3. stycznia 2024", "4. listopada 2024", "5. lip 2024"], "month_name", false],
    ["Czech months", ["3. led 2024", "4. lis 2024", "5. srp 2024"], "month_name", false],
    ["months of Croatian and of Polish", ["4. listopada 2024.", "24. listopada 2023."], null, true],
    ["months of Croatian and of Czech", ["4. lis 2024.", "24. srp 2023."], null, true],
    ["one wrong row among many", ["31.12.2025", "30.12.2025", "x", "29.12.2025"], "day_month_year", false],
  ];
  for (const [name, dates, format, ambiguous] of cases) {
    test(`${name}: ${ambiguous ? "asked" : format}`, async () => {
      const { table, mapping } = await readDates(dates);
      expect(detectDateFormats(table, mapping, now).lastLoginDate).toMatchObject({ format, ambiguous });
    });
  }

  test("is detected with rows as proof", async () => {
    const { table, mapping } = await readDates(["05.01.2026", "06.01.2026", "07.01.2026", "31.12.2025"]);
    const found = detectDateFormats(table, mapping, now).lastLoginDate;
    expect(found).toMatchObject({ column: 2, matching: 4, of: 4, share: 1, confidence: 1 });
    expect(found?.proof).toContainEqual({ row: 5, from: "31.12.2025", to: "2025-12-31" });
  });

  test("when ambiguous shows both orders", async () => {
    const { table, mapping } = await readDates(["01/05/2026"]);
    const found = detectDateFormats(table, mapping, now).lastLoginDate;
    expect(found?.candidates).toEqual(["day_month_year", "month_day_year"]);
    const proofs = found?.candidates.map((format) => toDateProof(table, found.column, format)[0]?.to);
    expect(proofs).toEqual(["2026-05-01", "2026-01-05"]);
  });

  test("also looks at the dates that its order leaves unread, where the other column gave the order", async () => {
    const table = await readTable("user_id,email,created_at,last_login\n1,a@x.de,,\n");
    const { mapping } = suggestMapping(table);
    const detect = (pairs: readonly (readonly [string, string])[]) => {
      const records = pairs.map((pair, at) => ({ number: at + 2, cells: [`${at}`, `p${at}@x.de`, ...pair] }));
      return { columns: detectDateFormats({ ...table, records }, mapping), table: { ...table, records } };
    };
    const { columns } = detect([
      ["03.04.2025", "31.12.2025"],
      ["05.06.2025", "30.12.2025"],
      ["Dec 5, 2024", "29.12.2025"],
    ]);
    expect(columns.registrationDate).toMatchObject({ format: "day_month_year", rest: { format: "month_name", of: 1 } });
    const cell = fc.constantFrom("03.04.2025", "31.12.2025", "2025-01-02", "Dec 5, 2024", "03/04/25", "NULL", "", "0");
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }), (pairs) => {
        const found = detect(pairs);
        for (const { column, format, rest } of Object.values(found.columns)) {
          if (format !== null) expect(rest).toEqual(detectRest(found.table, column, [format]));
        }
      }),
      { numRuns: 500 },
    );
  });

  test("takes the order from the file's other column of dates", async () => {
    const text =
      "user_id,email,created_at,last_login\n1,a@x.de,12/31/2025,01/05/2026\n2,b@x.de,12/30/2025,01/06/2026\n";
    const table = await readTable(text);
    const found = detectDateFormats(table, suggestMapping(table).mapping, now);
    expect(found.lastLoginDate).toMatchObject({ format: "month_day_year", ambiguous: false });
  });

  test("counts Excel's numbers from the year that the file's other column of dates tells", async () => {
    const detect = async (logins: readonly string[]) => {
      const rows = logins.map((login, at) => `${at},p${at}@x.de,4383${at},${login}\n`);
      const table = await readTable(`user_id,email,created_at,last_login\n${rows.join("")}`);
      return detectDateFormats(table, suggestMapping(table).mapping, now);
    };
    const certain = { format: "excel_serial", ambiguous: false };
    expect(await detect(["46022", "46021"])).toMatchObject({ registrationDate: certain, lastLoginDate: certain });
    const asked = { format: null, candidates: ["excel_serial", "excel_serial_1904"], ambiguous: true };
    expect(await detect(["44000", "44001"])).toMatchObject({ registrationDate: asked, lastLoginDate: asked });
    expect(await detect(["2025-12-31", ""])).toMatchObject({ registrationDate: asked });
  });

  test("takes the place of a year of two digits from the file's other column of dates", async () => {
    const text = "user_id,email,created_at,last_login\n1,a@x.de,31.12.2025,05.01.26\n2,b@x.de,30.12.2025,06.01.26\n";
    const table = await readTable(text);
    const found = detectDateFormats(table, suggestMapping(table).mapping, now);
    expect(found.lastLoginDate).toMatchObject({ format: "day_month_year", ambiguous: false });
  });

  test.each<[name: string, dates: string[], expected: object | null]>([
    ["US dates among ISO", [...iso(18), "12/31/2025", "01/02/2026"], { format: "month_day_year", matching: 2, of: 2 }],
    ["US dates among German ones", ["31.12.2025", "3.4.2026", "12/31/2025"], { format: "month_day_year", matching: 1 }],
    ["month names among German dates", ["31.12.2025", "30.12.2025", "Jan 2, 2026"], { format: "month_name" }],
    ["both orders possible", [...iso(18), "01/02/2026"], { format: null, ambiguous: true }],
    ["Excel's numbers among ISO", [...iso(8), "46022"], { format: "excel_serial" }],
    ["Excel's old numbers among ISO", [...iso(8), "43839"], { format: null, ambiguous: true }],
    ["words among ISO", [...iso(8), "soon"], null],
    ["nothing beside ISO", iso(8), null],
    ["ISO beside German dates", ["31.12.2025", "30.12.2025", "2026-01-01"], null],
  ])("with a second format, %s, offers it for the rest", async (_, dates, expected) => {
    const { table, mapping } = await readDates(dates);
    const { rest = null } = detectDateFormats(table, mapping, now).lastLoginDate ?? {};
    if (expected === null) expect(rest).toBeNull();
    else expect(rest).toMatchObject(expected);
  });

  test("with two formats is read with both, the first one first", async () => {
    const { table, mapping } = await readDates(["31.12.2025", "Jan 2, 2026", "2026-01-03"]);
    const rows = toImportRows(table, mapping, { dateFormats: { lastLoginDate: ["day_month_year", "month_name"] } });
    expect(rows.map(({ user }) => user?.lastLoginDate)).toEqual(["2025-12-31", "2026-01-02", "2026-01-03"]);
  });

  test("with both orders of day and month leaves a date that may be either", async () => {
    const { table, mapping } = await readDates(["31.12.2025", "12/31/2025", "01/05/2025"]);
    const formats: DateFormat[] = ["day_month_year", "month_day_year"];
    const rows = toImportRows(table, mapping, { dateFormats: { lastLoginDate: formats } });
    expect(rows.map(({ input }) => input.lastLoginDate)).toEqual(["2025-12-31", "2025-12-31", "01/05/2025"]);
  });

  test.each<[name: string, dates: string[], candidates: DateFormat[]]>([
    ["Thai years", ["25/01/2567", "26/01/2567"], ["buddhist_day_month_year", "day_month_year"]],
    ["Thai years in ISO order", ["2567-01-25", "2567-01-26"], ["buddhist_year_month_day", "iso"]],
    ["Thai month names", ["25 มกราคม 2567", "26 ม.ค. 2567"], ["buddhist_month_name", "month_name"]],
    ["Thai years of two digits", ["25/01/67", "26/02/66"], ["buddhist_day_month_year", "day_month_year"]],
    ["Thai month names and years of two digits", ["25 ม.ค. 67", "26 ก.พ. 66"], ["buddhist_month_name", "month_name"]],
    ["Persian years", ["1402/10/20", "1402/10/21"], ["jalali_year_month_day", "year_month_day"]],
    ["Persian month names", ["۲۰ دی ۱۴۰۲", "۵ بهمن ۱۴۰۱"], ["jalali_month_name", "month_name"]],
    ["Persian month names in Latin letters", ["20 Dey 1402", "5 Bahman 1401"], ["jalali_month_name", "month_name"]],
    ["years of two digits", ["25.01.23", "26.01.24"], ["day_month_year", "year_month_day"]],
    ["years of two digits and low days", ["05.01.23", "06.01.24"], ["day_month_year", "month_day_year"]],
    ["Islamic years", ["1445/06/28", "1445/06/29"], ["hijri_year_month_day", "year_month_day"]],
    ["Islamic years, month first", ["09/14/1445", "09/28/1445"], ["hijri_month_day_year", "month_day_year"]],
    ["Islamic years and low days", ["09/04/1445", "10/08/1445"], ["hijri_day_month_year", "hijri_month_day_year"]],
    ["Persian years, month first", ["10/20/1402", "11/25/1402"], ["jalali_month_day_year", "month_day_year"]],
    ["Thai years, month first", ["01/25/2567", "1/26/2567"], ["buddhist_month_day_year", "month_day_year"]],
    ["Thai years and low days", ["01/05/2567", "02/06/2567"], ["buddhist_day_month_year", "buddhist_month_day_year"]],
    ["Thai years of two digits and low days", ["05/06/67", "01/02/66"], ["buddhist_day_month_year", "day_month_year"]],
    ["Excel's numbers", ["43839", "44561.25"], ["excel_serial", "excel_serial_1904"]],
  ])("with %s is asked, never converted", async (_, dates, candidates) => {
    const { table, mapping } = await readDates(dates);
    const found = detectDateFormats(table, mapping, now).lastLoginDate;
    expect(found).toMatchObject({ format: null, ambiguous: true });
    expect(found?.candidates.slice(0, 2)).toEqual(candidates);
  });

  test("is converted as a whole; a cell in another format stays and is an issue", async () => {
    const { table, mapping } = await readDates(["31.12.2025 16:05", "2026-01-01", "soon", ""]);
    const rows = toImportRows(table, mapping, { dateFormats: { lastLoginDate: "day_month_year" } });
    expect(rows.map(({ user }) => user?.lastLoginDate)).toEqual([
      "2025-12-31T16:05",
      "2026-01-01",
      undefined,
      undefined,
    ]);
    expect(rows.flatMap(({ issues }) => issues)).toEqual([
      { field: "lastLoginDate", code: "invalid_date", value: "soon" },
    ]);
  });
});

function iso(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `2025-11-${index + 10}`);
}

async function readDates(dates: readonly string[]) {
  const rows = dates.map((date, index) => `${index},user.${index}@example.com,"${date}"`);
  const table = await readTable(["user_id,email,last_login", ...rows].join("\n"));
  return { table, mapping: suggestMapping(table).mapping };
}
