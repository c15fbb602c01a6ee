// Dates in every format: the format must be detected, and the conversion to ISO offered.
import { dateStyles } from "../make/dates.ts";
import type { Sheet } from "../make/sheet.ts";

const withDays = (since: string, seen: string): string =>
  `user_id=num>id; email=email>email; name=full>name; created_at=${since}>since; last_login=${seen}>seen`;

export const dates: readonly Sheet[] = [
  ...Object.keys(dateStyles).map((kind) => ({
    name: `both ${kind}`,
    columns: withDays(kind, kind),
    // A comma inside a day needs another delimiter or quotes: half of the files have the one, half the other.
    delimiter: kind.length % 2 ? "," : ";",
  })),
  { name: "day-month, and clear ISO beside", columns: withDays("eu", "iso") },
  { name: "month-day, and epoch beside", columns: withDays("us", "epoch") },
  { name: "serial, and text beside", columns: withDays("serial", "de"), delimiter: ";" },
  { name: "ambiguous, beside a clear one", columns: withDays("either", "day") },
  {
    name: "some cells empty",
    columns: withDays("de", "detime"),
    delimiter: ";",
    grid: (grid) => grid.map((row, index) => (index % 3 === 2 ? [...row.slice(0, 4), ""] : row)),
    expect: (table) => ({
      ...table,
      rows: table.rows.map((row, index) => (index % 3 === 1 ? { ...row, lastLoginDate: "" } : row)),
    }),
  },
  {
    name: "a placeholder for no date",
    columns: withDays("iso", "day"),
    grid: (grid) => grid.map((row, index) => (index % 4 === 3 ? [...row.slice(0, 4), "1970-01-01"] : row)),
    expect: (table) => ({
      ...table,
      rows: table.rows.map((row, index) => (index % 4 === 2 ? { ...row, lastLoginDate: "1970-01-01" } : row)),
    }),
  },
  { name: "time zone in the header", columns: withDays("iso", "iso").replace("created_at", "Created (GMT)") },
  {
    name: "never, as a word",
    columns: withDays("iso", "iso"),
    grid: (grid) => grid.map((row, index) => (index % 4 === 3 ? [...row.slice(0, 4), "Never"] : row)),
    expect: (table) => ({
      ...table,
      rows: table.rows.map((row, index) => (index % 4 === 2 ? { ...row, lastLoginDate: "Never" } : row)),
    }),
  },
];
