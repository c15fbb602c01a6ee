// Held out a seventh time: dates as systems write them.
import { lines, type Row, raw } from "./held-out-7-table.ts";

const withDate = (style: (row: Row) => string) =>
  `id;email;created_at\n${lines((r) => `${r.id};${r.email};${style(r)}`)}\n`;
const day = (r: Row) => Number(r.since.slice(8));
const month = (r: Row) => Number(r.since.slice(5, 7));
const year = (r: Row) => Number(r.since.slice(0, 4));
const english = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function dated(name: string, style: (row: Row) => string, converted: string | null, told?: readonly string[]) {
  return raw(`dates: ${name}`, withDate(style), {
    columns: [1, 2, null, 3],
    delimiter: ";",
    header: 1,
    cell: { since: style },
    ...(converted !== null && { converted: { registrationDate: converted } }),
    ...(told && { told }),
  });
}

const two = (value: number) => String(value).padStart(2, "0");

export const dates = [
  dated(
    "oracle timestamp",
    (r) => `${two(day(r))}-${english[month(r) - 1]?.toUpperCase()}-${two(year(r) % 100)} 09.05.07.000000 AM`,
    "2024-01-10T09:05",
  ),
  dated(
    "sql server",
    (r) => `${english[month(r) - 1]} ${String(day(r)).padStart(2)} ${year(r)}  9:05AM`,
    "2024-01-10T09:05",
  ),
  dated("db2", (r) => `${r.since}-09.05.07.000000`, "2024-01-10T09:05"),
  dated("day name in front", (r) => `${new Date(r.since).toUTCString().slice(0, 16)}`, "2024-01-10"),
  dated(
    "day name, long",
    (r) =>
      `${new Intl.DateTimeFormat("en-US", { dateStyle: "full", timeZone: "UTC" }).format(new Date(r.since))} 9:05 AM`,
    "2024-01-10T09:05",
  ),
  dated("short years of Germany", (r) => `${two(day(r))}.${two(month(r))}.${two(year(r) % 100)}`, "ask"),
  dated("short years first", (r) => `${two(year(r) % 100)}-${two(month(r))}-${two(day(r))}`, "ask"),
  dated("à", (r) => `${two(day(r))}/${two(month(r))}/${year(r)} à 09:05`, "2024-01-10T09:05"),
  dated("um Uhr", (r) => `${two(day(r))}.${two(month(r))}.${year(r)} um 09:05 Uhr`, "2024-01-10T09:05"),
  dated("a las", (r) => `${two(day(r))}/${two(month(r))}/${year(r)} a las 9:05`, "2024-01-10T09:05"),
  dated("h", (r) => `${two(day(r))}/${two(month(r))}/${year(r)} 09h05`, "2024-01-10T09:05"),
  dated("zone of New York", (r) => `${r.since} 09:05:00 EST`, "2024-01-10T09:05:00-05:00"),
  dated("zone by name", (r) => `${r.since} 09:05:00 America/New_York`, "2024-01-10T09:05:00-05:00"),
  dated("offset of India", (r) => `${r.since}T09:05:00+05:30`, null, []),
  dated("offset without colon", (r) => `${r.since} 09:05:00 +0530`, "2024-01-10T09:05:00+05:30"),
  dated("era of Japan", (r) => `令和${year(r) - 2018}年${month(r)}月${day(r)}日`, "2024-01-10"),
  dated("era of Japan, short", (r) => `R${year(r) - 2018}.${month(r)}.${day(r)}`, "2024-01-10"),
  dated("years of Taiwan", (r) => `民國${year(r) - 1911}年${month(r)}月${day(r)}日`, "2024-01-10"),
  dated("years of Thailand", (r) => `${day(r)}/${month(r)}/${year(r) + 543}`, "ask"),
  dated(
    "hijri",
    (r) =>
      new Intl.DateTimeFormat("en-u-ca-islamic-umalqura", {
        day: "2-digit",
        month: "2-digit",
        year: "numeric",
        timeZone: "UTC",
      })
        .format(new Date(r.since))
        .replace(/ AH/, ""),
    "ask",
  ),
  dated("seconds with a fraction", (r) => `${Date.parse(r.since) / 1000}.25`, "2024-01-10T00:00"),
  dated("nanoseconds", (r) => `${Date.parse(r.since)}000000`, "2024-01-10T00:00"),
  dated("powers of ten", (r) => (Date.parse(r.since) / 1e12).toFixed(5).concat("E+12"), null),
  dated("serial with a comma", (r) => `${Date.parse(r.since) / 86_400_000 + 25_569},5`, "2024-01-10T12:00"),
  dated("serials of 1904", (r) => `${Date.parse(r.since) / 86_400_000 + 25_569 - 1462}`, "ask"),
  dated("week", (r) => `${year(r)}-W${two(Math.ceil(month(r) * 4.3))}-3`, null, ["doubted: registrationDate"]),
  dated("ago", (r) => `${day(r)} days ago`, null, ["doubted: registrationDate"]),
  dated("vor Tagen", (r) => `vor ${day(r)} Tagen`, null, ["doubted: registrationDate"]),
  dated("years only", (r) => String(year(r)), null),
  dated("months only", (r) => r.since.slice(0, 7), null),
  dated("month and year", (r) => `${english[month(r) - 1]} ${year(r)}`, null),
  dated(
    "roman months",
    (r) =>
      `${day(r)}.${["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"][month(r) - 1]}.${year(r)}`,
    "2024-01-10",
  ),
  dated("no zeros", (r) => `${year(r)}-${month(r)}-${day(r)}`, "2024-01-10"),
  dated("ISO basic", (r) => `${r.since.replaceAll("-", "")}T090500Z`, "2024-01-10T09:05:00Z"),
  dated("dots, year first", (r) => r.since.replaceAll("-", "."), "2024-01-10"),
  dated("fraction with a comma", (r) => `${r.since} 09:05:07,123`, "2024-01-10T09:05:07"),
  dated("lower t and z", (r) => `${r.since}t09:05:07z`, "2024-01-10T09:05:07"),
  dated("midnight at 24", (r) => `${r.since} 24:00:00`, null),
  dated("ends with a bracket", (r) => `${r.since}T09:05:07+01:00[Europe/Paris]`, "2024-01-10T09:05:07+01:00"),
  dated("day first or month first", (r) => `${two((day(r) % 12) + 1)}/${two(month(r))}/${year(r)}`, "ask"),
];
