// Tests the notices about dates: placeholders, implausible days, and the zone of times.
import { describe, expect, test } from "vitest";
import { suggestMapping } from "../../../src/csv/mapping/suggest-mapping.ts";
import { checkDates } from "../../../src/csv/rows/date-checks.ts";
import { type RowOptions, toImportRows } from "../../../src/csv/rows/import-rows.ts";
import { readTable } from "../reading.ts";

const now = Date.UTC(2026, 4, 1);

async function check(
  dates: readonly (readonly string[])[],
  options: RowOptions = {},
  headers = "registration_date,last_login_date",
) {
  const lines = dates.map(
    (cells, row) => `${row},user.${row}@example.com,${cells.map((cell) => `"${cell}"`).join(",")}`,
  );
  const table = await readTable([`user_id,email,${headers}`, ...lines].join("\n"));
  const { mapping } = suggestMapping(table);
  return { ...checkDates(table, mapping, options, now), table, mapping };
}

const good = [
  ["2024-01-10", "2025-01-10"],
  ["2024-01-11", "2025-01-11"],
];

describe("a placeholder", () => {
  test.each([
    "1970-01-01",
    "1970-01-01 00:00:00",
    "1970-01-01T01:00:00Z",
    "1969-12-31T19:00:00Z",
    "0001-01-01T00:00:00",
    "1601-01-01 00:00:00",
    "1753-01-01",
    "1899-12-30",
    "1899-12-31 00:00:00",
    "1900-01-01",
    "1900-01-00",
    "1/0/1900",
    "1980-01-01",
    "9999-12-31",
    "9999-12-31 23:59:59.999",
    "2038-01-19 03:14:07",
    "2099-12-31",
    "0",
    "-1",
    "/Date(-62135596800000)/",
    "9223372036854775807",
  ])("%s is told with its rows", async (text) => {
    const { placeholders, notices } = await check([...good, ["2024-01-12", text], ["2024-01-12", text]]);
    expect(placeholders).toEqual([{ field: "lastLoginDate", text, count: 2, firstRow: 4 }]);
    expect(notices.filter(({ code }) => code !== "no_zone")).toEqual([]);
  });

  test("in another format is told as it stands in the file, and read as empty before anything is converted", async () => {
    const options: RowOptions = { dateFormats: { lastLoginDate: "day_month_year" } };
    const { placeholders, table, mapping } = await check(
      [
        ["", "25.12.2025"],
        ["", "01.01.1970 01:00"],
      ],
      options,
    );
    expect(placeholders).toEqual([{ field: "lastLoginDate", text: "01.01.1970 01:00", count: 1, firstRow: 3 }]);
    const rows = toImportRows(table, mapping, { ...options, emptyTexts: ["01.01.1970 01:00"] });
    expect(rows.map(({ user }) => user?.lastLoginDate)).toEqual(["2025-12-25", undefined]);
  });

  test("is any implausible date that most implausible cells hold", async () => {
    const { placeholders } = await check([...good, ["1950-05-05", ""], ["1950-05-05", ""], ["1950-05-05", ""]]);
    expect(placeholders).toEqual([{ field: "registrationDate", text: "1950-05-05", count: 3, firstRow: 4 }]);
  });

  test("stays listed while it is read as empty", async () => {
    const { placeholders } = await check([["1970-01-01", ""]], { emptyTexts: ["1970-01-01"] });
    expect(placeholders).toHaveLength(1);
  });
});

describe("a notice", () => {
  test.each<[name: string, dates: string[][], expected: object[]]>([
    ["no clean file has one", good, []],
    ["nor has one with a date of today", [["2024-01-10", "2026-05-01T10:00:00Z"]], []],
    [
      "dates in the future",
      [...good, ["2024-01-10", "2027-03-04"], ["2024-01-10", "2028-03-04"]],
      [{ code: "future", field: "lastLoginDate", value: "2027-03-04", count: 2, firstRow: 4 }],
    ],
    [
      "dates before 1990",
      [["1985-03-04", "2025-01-01"]],
      [{ code: "early", field: "registrationDate", value: "1985-03-04", count: 1, firstRow: 2 }],
    ],
    [
      "a last login before the registration",
      [...good, ["2024-05-02", "2024-05-01"], ["2024-05-02T09:00:00Z", "2024-05-02T05:00:00Z"]],
      [{ code: "login_before_registration", count: 2, firstRow: 4 }],
    ],
    ["not one some seconds before it", [["2024-05-02T09:00:05Z", "2024-05-02T09:00:00Z"]], []],
    ["not one of the same day", [["2024-05-02T09:00:00Z", "2024-05-02"]], []],
    ["not a placeholder before it", [["2024-05-02", "1970-01-01"]], []],
    [
      "times without a zone, once for both columns",
      [["2024-05-02 09:00", "2024-05-03T09:00:00"]],
      [{ code: "no_zone", count: 2, firstRow: 2 }],
    ],
  ])("%s", async (_, dates, expected) => expect((await check(dates)).notices).toEqual(expected));
});

describe("the time zone of a header", () => {
  test.each([
    ["Signed up (GMT+2)", "2024-01-10 09:00", "2024-01-10T09:00+02:00"],
    ["Signed up (Europe/Berlin)", "2024-01-10 09:00:00", "2024-01-10T09:00:00+01:00"],
    ["Signed up (Europe/Berlin)", "2024-07-10 09:00:00", "2024-07-10T09:00:00+02:00"],
    ["Signed up (CET)", "2024-01-10T09:00", "2024-01-10T09:00+01:00"],
    ["Signed up (CET)", "2024-01-10T09:00Z", "2024-01-10T09:00Z"],
    ["Signed up (CET)", "2024-01-10", "2024-01-10"],
    ["Signed up", "2024-01-10 09:00", "2024-01-10T09:00"],
  ])("%s: %s is %s", async (header, text, iso) => {
    const { table, mapping } = await check([[text]], {}, header);
    expect(toImportRows(table, mapping)[0]?.user?.registrationDate).toBe(iso);
  });

  test("is told where it is used, and does not count as UTC", async () => {
    const { notices } = await check([["2024-01-10 09:00"]], {}, "Signed up (GMT+2)");
    expect(notices).toEqual([
      { code: "zone_of_header", field: "registrationDate", zone: "GMT+2", count: 1, firstRow: 2 },
    ]);
  });

  test("is used after a conversion too", async () => {
    const { table, mapping } = await check([["25.12.2024 09:00"]], {}, "Signed up (GMT+2)");
    const [row] = toImportRows(table, mapping, { dateFormats: { registrationDate: "day_month_year" } });
    expect(row?.user?.registrationDate).toBe("2024-12-25T09:00+02:00");
  });
});
