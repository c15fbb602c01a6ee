// Dates in the words, digits, zones and calendars that exports use, each with the moment it means.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addRareDates,
  convertDate,
  type DateFormat,
  looksLikeDate,
  numberFormats,
  writtenFormats,
} from "../../../src/csv/text/date-format.ts";
import * as dateWords from "../../../src/csv/text/date-words.ts";
import { zoneInHeader } from "../../../src/csv/text/time-zones.ts";

addRareDates(dateWords);

const written: readonly DateFormat[] = ["year_month_day", "day_month_year", "month_day_year", "month_name"];

describe("one date", () => {
  const cases: readonly (readonly [text: string, format: DateFormat, iso: string | null])[] = [
    ["10.01.2024, 9:05:00 a. m.", "day_month_year", "2024-01-10T09:05:00"],
    ["10/1/2024 9:05:00 p. m.", "day_month_year", "2024-01-10T21:05:00"],
    ["2024. 1. 10. 오후 9:05:00", "year_month_day", "2024-01-10T21:05:00"],
    ["2024. 1. 10. 오전 9:05", "year_month_day", "2024-01-10T09:05"],
    ["2024년 1월 10일 오후 9:05", "year_month_day", "2024-01-10T21:05"],
    ["2024년 1월 10일 9시 5분", "year_month_day", "2024-01-10T09:05"],
    ["2024년 1월 10일", "year_month_day", "2024-01-10"],
    ["2024/1/10 下午9:05:00", "year_month_day", "2024-01-10T21:05:00"],
    ["2024/1/10 上午 9:05", "year_month_day", "2024-01-10T09:05"],
    ["2024年1月10日 下午9:05", "year_month_day", "2024-01-10T21:05"],
    ["2024年1月10日(水) 21:05", "year_month_day", "2024-01-10T21:05"],
    ["10/1/2024, 9:05 μ.μ.", "day_month_year", "2024-01-10T21:05"],
    ["10/1/2024 9:05:00 πμ", "day_month_year", "2024-01-10T09:05:00"],
    ["10 Ιανουαρίου 2024", "month_name", "2024-01-10"],
    ["2024. 01. 10.", "year_month_day", "2024-01-10"],
    ["2024.01.23.", "year_month_day", "2024-01-23"],
    ["2024. 01. 10. 9:05:00", "year_month_day", "2024-01-10T09:05:00"],
    ["2024. január 10. 9:05", "month_name", "2024-01-10T09:05"],
    ["10 января 2024 г.", "month_name", "2024-01-10"],
    ["10 января 2024 г., 09:05", "month_name", "2024-01-10T09:05"],
    ["10 янв. 2024 г. в 9:05", "month_name", "2024-01-10T09:05"],
    ["10 січня 2024 р.", "month_name", "2024-01-10"],
    ["10.1.2024 klo 9.05", "day_month_year", "2024-01-10T09:05"],
    ["10. tammikuuta 2024 klo 9.05", "month_name", "2024-01-10T09:05"],
    ["10. januar 2024 kl. 09.05", "month_name", "2024-01-10T09:05"],
    ["10 Ocak 2024 09:05", "month_name", "2024-01-10T09:05"],
    ["10 Şubat 2024 Çarşamba", "month_name", "2024-02-10"],
    ["10.01.2024 ÖS 9:05", "day_month_year", "2024-01-10T21:05"],
    ["10 ledna 2024 9:05", "month_name", "2024-01-10T09:05"],
    ["10 يناير 2024", "month_name", "2024-01-10"],
    ["١٠/٠١/٢٠٢٤ ٩:٠٥ م", "day_month_year", "2024-01-10T21:05"],
    ["۲۰۲۴/۰۱/۱۰", "year_month_day", "2024-01-10"],
    ["２０２４／０１／１０　０９：０５", "year_month_day", "2024-01-10T09:05"],
    ["10 בינואר 2024", "month_name", "2024-01-10"],
    ["10 tháng 1, 2024", "month_name", "2024-01-10"],
    ["09:05 10 thg 1, 2024", "month_name", "2024-01-10T09:05"],
    ["10 Januari 2024 09.05", "month_name", "2024-01-10T09:05"],
    ["Wed Jan 10 2024 09:05:00 GMT+0100 (Central European Standard Time)", "month_name", "2024-01-10T09:05:00+01:00"],
    ["Wed Jan 10 2024 09:05:00 GMT+0100 (Mitteleuropäische Normalzeit)", "month_name", "2024-01-10T09:05:00+01:00"],
    ["Wed Jan 10 09:05:00 CET 2024", "month_name", "2024-01-10T09:05:00+01:00"],
    ["Wed Jan 10 09:05:00 UTC 2024", "month_name", "2024-01-10T09:05:00Z"],
    ["Wed Jan 10 09:05:00 2024 +0100", "month_name", "2024-01-10T09:05:00+01:00"],
    ["Wed Jan 10 09:05:00 2024", "month_name", "2024-01-10T09:05:00"],
    ["Wed Jan 10 09:05:00 IST 2024", "month_name", null],
    ["Jan 10, 2024 @ 09:05:00.000", "month_name", "2024-01-10T09:05:00.000"],
    ["2024-01-10 09:05:00 GMT+2", "year_month_day", "2024-01-10T09:05:00+02:00"],
    ["2024-01-10 09:05:00 UTC+02:00", "year_month_day", "2024-01-10T09:05:00+02:00"],
    ["2024-01-10 09:05:00 BST", "year_month_day", "2024-01-10T09:05:00+01:00"],
    ["2024-01-10 09:05:00 JST", "year_month_day", "2024-01-10T09:05:00+09:00"],
    ["2024-01-10 09:05 CET", "year_month_day", "2024-01-10T09:05+01:00"],
    ["2024-01-10T09:05:00Z[UTC]", "year_month_day", "2024-01-10T09:05:00Z"],
    ["2024-01-10T09:05:00+01:00[Europe/Berlin]", "year_month_day", "2024-01-10T09:05:00+01:00"],
    ["2024-07-10T09:05:00[Europe/Berlin]", "year_month_day", "2024-07-10T09:05:00+02:00"],
    ["2024-01-10 09:05:00 [UTC]", "year_month_day", "2024-01-10T09:05:00Z"],
    ["2024-01-10 09:05:00 Europe/Berlin", "year_month_day", "2024-01-10T09:05:00+01:00"],
    ["09:05 10.01.2024", "day_month_year", "2024-01-10T09:05"],
    ["09:05:07 10/01/2024", "day_month_year", "2024-01-10T09:05:07"],
    ["9:05 PM 1/10/2024", "month_day_year", "2024-01-10T21:05"],
    ["09:05, 10 Jan 2024", "month_name", "2024-01-10T09:05"],
    ["12:05 AM, Jan 10, 2024", "month_name", "2024-01-10T00:05"],
    ["Mi, 10.01.2024 09:05", "day_month_year", "2024-01-10T09:05"],
    ["Sa 10.02.2024 09:05", "day_month_year", "2024-02-10T09:05"],
    ["mar. 12 mars 2024 à 09:05", "month_name", "2024-03-12T09:05"],
    ["10 de enero de 2024, 9:05 p. m.", "month_name", "2024-01-10T21:05"],
    ["10/1/2024 9 PM", "day_month_year", "2024-01-10T21:00"],
    ["2024 m. sausio 10 d.", "month_name", "2024-01-10"],
    ["2024. gada 10. janvāris", "month_name", "2024-01-10"],
    ["10 ม.ค. 2024", "month_name", "2024-01-10"],
    ["10 มี.ค. 2024", "month_name", "2024-03-10"],
    ["10 มกราคม 2567", "buddhist_month_name", "2024-01-10"],
    ["25/01/2567", "buddhist_day_month_year", "2024-01-25"],
    ["01/25/2567", "buddhist_month_day_year", "2024-01-25"],
    ["09/14/1445", "hijri_month_day_year", "2024-03-24"],
    ["14/09/1445", "hijri_month_day_year", null],
    ["10/20/1402", "jalali_month_day_year", "2024-01-10"],
    ["1402/10/20", "jalali_year_month_day", "2024-01-10"],
    ["1402/02/31 09:05", "jalali_year_month_day", "2023-05-21T09:05"],
    ["20240110090000.0Z", "compact", "2024-01-10T09:00:00.0Z"],
    ["20240110090000+0100", "compact", "2024-01-10T09:00:00+01:00"],
    ["20240110T090000Z", "compact", "2024-01-10T09:00:00Z"],
    ["2024011009Z", "compact", "2024-01-10T09:00Z"],
    ["2024011009", "compact", null],
    ["133590000000000000", "filetime", "2024-05-01T01:20:00Z"],
    ["/Date(1704880800000)/", "epoch_milliseconds", "2024-01-10T10:00:00Z"],
    ["/Date(1704880800000+0100)/", "epoch_milliseconds", "2024-01-10T10:00:00Z"],
    ["1704880800000000", "epoch_microseconds", "2024-01-10T10:00:00Z"],
    ["1704880800000000000", "epoch_nanoseconds", "2024-01-10T10:00:00Z"],
    ["1.7E+12", "epoch_milliseconds", null],
    ["1.704880800E+12", "epoch_milliseconds", "2024-01-10T10:00:00Z"],
    ["Deleted 10.01.2024", "day_month_year", null],
    ["10 Foo 2024 09:05", "month_name", null],
    ["2024-01-10 09:05 XYZ", "year_month_day", null],
    ["10 Jan 24", "month_name", "2024-01-10"],
    ["25-Okt-23", "month_name", "2023-10-25"],
    ["25 янв. 99", "month_name", "1999-01-25"],
    ["25.01.23", "day_month_year", "2023-01-25"],
    ["25. 01. 23.", "day_month_year", "2023-01-25"],
    ["25.01.23 16:05", "day_month_year", "2023-01-25T16:05"],
    ["1/25/23 4:05 PM", "month_day_year", "2023-01-25T16:05"],
    ["1/25/68", "month_day_year", "2068-01-25"],
    ["12/31/69", "month_day_year", "1969-12-31"],
    ["25/01/67", "buddhist_day_month_year", "2024-01-25"],
    ["25 ม.ค. 67", "buddhist_month_name", "2024-01-25"],
    ["令和6年1月25日", "year_month_day", "2024-01-25"],
    ["平成元年12月5日 16:05", "year_month_day", "1989-12-05T16:05"],
    ["民國113年1月25日", "year_month_day", "2024-01-25"],
    ["R6.1.25", "year_month_day", "2024-01-25"],
    ["H31/4/30", "year_month_day", "2019-04-30"],
    ["S60-12-05 16:05", "year_month_day", "1985-12-05T16:05"],
    ["X6.1.25", "year_month_day", null],
    ["2024-01-10-09.05.07.000000", "year_month_day", "2024-01-10T09:05:07.000000"],
    ["2024-01-10-09", "year_month_day", null],
    ["3 Nisan 5783", "month_name", null],
    ["2023-W04-3", "year_month_day", null],
    ["2023-Q1-3", "year_month_day", null],
    ["23-01-25", "year_month_day", "2023-01-25"],
    ["23. 1. 25. 오후 4:05", "year_month_day", "2023-01-25T16:05"],
    ["25.01.23 klo 16.05", "day_month_year", "2023-01-25T16:05"],
    ["1.2.3", "day_month_year", null],
    ["15. listopada 2024", "month_name", "2024-11-15"],
    ["15. listopada 2024.", "croatian_month_name", "2024-10-15"],
    ["3. siječnja 2024. u 9:05", "croatian_month_name", "2024-01-03T09:05"],
    ["utorak, 3. rujna 2024.", "croatian_month_name", "2024-09-03"],
    ["3. stycznia 2024", "croatian_month_name", null],
    ["3.9.2024.", "croatian_month_name", null],
    ["3. siječnja 2024.", "month_name", null],
    ["۲۰ دی ۱۴۰۲", "jalali_month_name", "2024-01-10"],
    ["20 Dey 1402", "jalali_month_name", "2024-01-10"],
    ["۲۰ دی ۲۰۲۴", "month_name", null],
    ["28 رمضان 1445", "hijri_month_name", "2024-04-07"],
    ["28 Ramazan 1445", "hijri_month_name", "2024-04-07"],
    ["Main Street 12, 2024", "month_name", null],
    ["2024-Jan-10", "month_name", "2024-01-10"],
    ["01:05 م ١٠ يناير ٢٠٢٤", "month_name", "2024-01-10T13:05"],
    ["10 janv. 2024 à 21h05", "month_name", "2024-01-10T21:05"],
    ["Wednesday, January 10, 2024 at 9:05:00 PM Central European Standard Time", "month_name", null],
    ["10-Jan-2024 09:05:00 PM", "month_name", "2024-01-10T21:05:00"],
    ["10-JAN-24 09.05.00.000000 PM", "month_name", "2024-01-10T21:05:00.000000"],
    ["2024-01-10 09:05:00.123 +0000 UTC", "year_month_day", "2024-01-10T09:05:00.123+00:00"],
    ["2024-01-10 09:05:00 +0000 UTC m=+0.5", "year_month_day", null],
    ["10.01.2024 09:05 Uhr", "day_month_year", "2024-01-10T09:05"],
  ];
  test.each(cases)("%s as %s is %s", (text, format, iso) => {
    expect(convertDate(text, format)).toBe(iso);
    if (iso !== null && !/^(?:buddhist|jalali|hijri)/.test(format)) expect(looksLikeDate(text)).toBe(true);
  });
});

// Written like the wire form or nearly so: most are dates in it, some are days or times that do not exist.
const nearlyWireDates = fc
  .tuple(
    fc.constantFrom("0967", "1402", "1970", "2024", "2567", "9999"),
    fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 32 }),
    fc.constantFrom(
      "",
      "T09:05",
      "T24:00",
      " 09:05:07",
      "T09:05:07Z",
      "T09:05:07.5",
      "T09:05:07.123456789Z",
      "T09:05:07+01:00",
    ),
  )
  .map(
    ([year, month, day, time]) =>
      `${year}-${[month, day].map((part) => String(part).padStart(2, "0")).join("-")}${time}`,
  );

describe("a text in the wire form, or nearly", () => {
  // White space around a date changes nothing, but such a date is never taken for one in its wire form at first sight.
  const onCloserLook = (format: DateFormat, text: string) => convertDate(` ${text} `, format);

  test.each([...writtenFormats, ...numberFormats, "buddhist_year_month_day", "hijri_year_month_day"] as const)(
    "is read as %s at first sight as on a closer look",
    (format) => {
      fc.assert(
        fc.property(nearlyWireDates, (text) => {
          expect(convertDate(text, format)).toBe(onCloserLook(format, text));
        }),
      );
    },
  );
});

// Days, months and years in their usual length, in any order and with any signs; some are days that do not exist.
const usualNumbers = fc
  .tuple(
    fc.constantFrom("1402", "1970", "2024", "2567"),
    fc.integer({ min: 0, max: 14 }),
    fc.integer({ min: 0, max: 32 }),
    fc.constantFrom("-", "/", "."),
    fc.constantFrom("-", "/", "."),
    fc.boolean(),
  )
  .map(([year, one, two, sign, other, isYearFirst]) => {
    const [first, second] = [one, two].map((part) => String(part).padStart(2, "0"));
    return isYearFirst ? `${year}${sign}${first}${other}${second}` : `${first}${sign}${second}${other}${year}`;
  });

describe("a date of numbers in their usual length", () => {
  test.each(["year_month_day", "day_month_year", "month_day_year", "hijri_day_month_year"] as const)(
    "is the same day as %s with a time behind it",
    (format) => {
      fc.assert(
        fc.property(usualNumbers, (text) => {
          expect(convertDate(text, format)).toBe(convertDate(`${text} 00:00`, format)?.slice(0, 10) ?? null);
        }),
      );
    },
  );
});

describe("the months of languages that only the platform knows", () => {
  const languages =
    "af be bn bs fil gl gu hy ka kk km kn lo mk ml mr ms my ne pa si sq sr sr-Latn sw ta te tk ur uz zu".split(" ");
  test.each(languages)("are read from the long dates of %s", (language) => {
    const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { dateStyle: "long", timeZone: "UTC" });
    const days = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 13 + month)));
    const read = days.map((day) => written.map((one) => convertDate(format.format(day), one)).find(Boolean));
    expect(read).toEqual(days.map((day) => day.toISOString().slice(0, 10)));
  });
});

// Times to the second from 1990 to 2033, when counts of milliseconds and microseconds have their usual length.
const moments = fc.integer({ min: 1_000_000_000, max: 1_999_999_999 }).map((seconds) => new Date(seconds * 1000));
const toMinute = (date: Date) => date.toISOString().slice(0, 16);
const withoutZone = (iso: string | null) => iso?.slice(0, 16);

describe("a random moment comes back as it was", () => {
  const languages =
    "en de fr es pt it nl pl sv da nb fi cs sk hu ro tr ru uk el ar he ko vi id ja zh-Hant bg sl lt lv et ca hi fa ms".split(
      " ",
    );
  test.each(languages)("from the long dates of %s, with 12 and 24 hours", (language) => {
    const styles = [true, false].flatMap((hour12) =>
      (["full", "long"] as const).map((dateStyle) => ({ dateStyle, timeStyle: "short", hour12 }) as const),
    );
    const formats = styles.map(
      (style) => new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { ...style, timeZone: "UTC" }),
    );
    const write = fc.tuple(moments, fc.constantFrom(...formats));
    fc.assert(
      fc.property(write, ([moment, format]) => {
        const text = format.format(moment);
        const read = written.map((one) => withoutZone(convertDate(text, one))).filter((iso) => iso !== undefined);
        expect(new Set(read), text).toEqual(new Set([toMinute(moment)]));
      }),
      { numRuns: 50 },
    );
  });

  const two = (number: number) => String(number).padStart(2, "0");
  const day = (date: Date) => `${two(date.getUTCDate())}.${two(date.getUTCMonth() + 1)}.${date.getUTCFullYear()}`;
  const clock = (date: Date) => date.toISOString().slice(11, 19);
  const digits = (text: string, zero: number) =>
    text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  const inCalendar = (calendar: string, date: Date, order: "dmy" | "ymd") => {
    const format = new Intl.DateTimeFormat(`en-u-nu-latn-ca-${calendar}`, {
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      timeZone: "UTC",
    });
    const parts = format.formatToParts(date);
    const part = (type: string) => parts.find((one) => one.type === type)?.value;
    const [y, m, d] = [part("year"), part("month"), part("day")];
    return `${order === "dmy" ? `${d}/${m}/${y}` : `${y}/${m}/${d}`} ${clock(date)}`;
  };
  const writers: readonly (readonly [name: string, format: DateFormat, write: (date: Date) => string])[] = [
    ["time first", "day_month_year", (date) => `${clock(date)} ${day(date)}`],
    ["Arabic-Indic digits", "day_month_year", (date) => digits(`${day(date)} ${clock(date)}`, 0x660)],
    ["Persian digits", "day_month_year", (date) => digits(`${day(date)} ${clock(date)}`, 0x6f0)],
    ["Devanagari digits", "day_month_year", (date) => digits(`${day(date)} ${clock(date)}`, 0x966)],
    ["full-width digits", "day_month_year", (date) => digits(`${day(date)} ${clock(date)}`, 0xff10)],
    ["the dots of Hungary", "year_month_day", (date) => `${day(date).split(".").reverse().join(". ")}. ${clock(date)}`],
    [
      "Kibana",
      "month_name",
      (date) =>
        `${date.toUTCString().slice(8, 11)} ${date.getUTCDate()}, ${date.getUTCFullYear()} @ ${clock(date)}.000`,
    ],
    [
      "JavaScript's toString",
      "month_name",
      (date) =>
        `${date.toUTCString().slice(0, 3)} ${date.toUTCString().slice(8, 11)} ${two(date.getUTCDate())} ${date.getUTCFullYear()} ${clock(date)} GMT+0000 (Coordinated Universal Time)`,
    ],
    [
      "Java's toString",
      "month_name",
      (date) =>
        `${date.toUTCString().slice(0, 3)} ${date.toUTCString().slice(8, 11)} ${two(date.getUTCDate())} ${clock(date)} UTC ${date.getUTCFullYear()}`,
    ],
    ["generalised time of LDAP", "compact", (date) => `${date.toISOString().replace(/\D/g, "").slice(0, 14)}.0Z`],
    ["JSON of ASP.NET", "epoch_milliseconds", (date) => `/Date(${date.getTime()})/`],
    ["microseconds", "epoch_microseconds", (date) => `${date.getTime()}000`],
    ["nanoseconds", "epoch_nanoseconds", (date) => `${date.getTime()}000000`],
    ["FILETIME", "filetime", (date) => `${(BigInt(date.getTime()) + 11_644_473_600_000n) * 10_000n}`],
    ["the Thai calendar", "buddhist_day_month_year", (date) => inCalendar("buddhist", date, "dmy")],
    ["the Persian calendar", "jalali_year_month_day", (date) => inCalendar("persian", date, "ymd")],
    ["the Islamic calendar", "hijri_day_month_year", (date) => inCalendar("islamic-umalqura", date, "dmy")],
  ];
  test.each(writers)("from %s", (name, format, write) => {
    // Islamic years before 1410 (1989) would be Persian ones.
    fc.assert(
      fc.property(moments, (moment) => {
        const iso = convertDate(write(moment), format) ?? "";
        expect(
          new Date(/[Z\d]$/.test(iso) && !/Z|[+-]\d\d:/.test(iso.slice(10)) ? `${iso}Z` : iso).getTime(),
          name,
        ).toBe(moment.getTime());
      }),
    );
  });

  const zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC", "Australia/Sydney"];
  test.each(zones)("from the clock of %s", (timeZone) => {
    const format = new Intl.DateTimeFormat("sv", { dateStyle: "short", timeStyle: "medium", timeZone });
    fc.assert(
      fc.property(moments, (moment) => {
        const iso = convertDate(`${format.format(moment)} [${timeZone}]`, "year_month_day") ?? "";
        // In the hour that a clock shows twice, nobody can know which one is meant.
        const isRepeated = format.format(new Date(Date.parse(iso))) === format.format(moment);
        expect(isRepeated && Math.abs(Date.parse(iso) - moment.getTime()) <= 3_600_000).toBe(true);
      }),
    );
  });
});

describe("a header", () => {
  test.each([
    ["Signed up (GMT+2)", "GMT+2"],
    ["Signed up (UTC +05:30)", "UTC+05:30"],
    ["Created [Europe/Berlin]", "Europe/Berlin"],
    ["Last login (CET)", "CET"],
    ["Дата регистрации (МСК)", "МСК"],
    ["登録日時（JST）", "JST"],
    ["Created (+01:00)", "+01:00"],
    ["Created (UTC+0)", "UTC"],
    ["last_login_utc", "UTC"],
    ["CreatedUtc", "UTC"],
    ["Last login UTC", "UTC"],
    ["Created", null],
    ["Last login (web)", null],
    ["Created (IST)", null],
    ["Login ICT department", null],
    ["date/time", null],
    ["Created at/on", null],
  ])("%s names the zone %s", (header, zone) => expect(zoneInHeader(header)).toBe(zone));
});
