// The English words of what is offered for a file: converting dates, joining names, mending text, splitting, a report.
import type { DateFormat } from "../csv/date-format.ts";
import type { Format } from "./format.ts";

export const englishOffers = {
  dates: {
    formats: {
      iso: "an ISO date",
      year_month_day: "year, month, day",
      day_month_year: "day, month, year",
      month_day_year: "month, day, year",
      month_name: "a date with the month’s name",
      compact: "year, month, day without separators",
      epoch_seconds: "seconds since 1970",
      epoch_milliseconds: "milliseconds since 1970",
      excel_serial: "a day number of Excel",
    } satisfies Record<DateFormat, string> as Record<DateFormat, string>,
    question: (value: string, formatName: string, matching: number, of: number, format: Format) =>
      `${format.code(value)} is read as ${formatName}. ${
        matching === of
          ? format.count(of, { one: "Convert the value?", other: "Convert all # values?" })
          : `Convert ${format.number(matching)} of ${format.number(of)} values? The others stay as they are.`
      }`,
    ambiguous: (value: string, row: number, format: Format) =>
      `${format.code(value)} in row ${row} can be two days, and no other row tells which. Which one is it?`,
    converted: (matching: number, formatName: string, format: Format) =>
      `${format.count(matching, { one: "# value", other: "# values" })} converted from: ${formatName}.`,
    left: "Left as it is: dates that are not ISO will be reported as problems.",
    convert: "Convert",
    leave: "Leave as it is",
    undo: "Undo",
    proof: "Examples",
    proofRow: (row: number) => `Row ${row}`,
    becomes: "becomes",
    reading: (day: string, formatName: string) => `${day} (${formatName})`,
    about: "Dates in another format",
  },
  names: {
    offer: (parts: readonly string[], sample: string, format: Format) =>
      `No column holds the full name. ${joined(parts, format)} can be joined${
        sample === "" ? "" : `, as in ${format.code(sample)}`
      }.`,
    done: (parts: readonly string[], sample: string, format: Format) =>
      `Joined: ${joined(parts, format)}${sample === "" ? "" : `, as in ${format.code(sample)}`}.`,
    option: (parts: readonly string[]) => parts.join(" + "),
    about: "Joined names",
    several: "Join several columns…",
    part: (place: number) => `Part ${place} of the name`,
    noPart: "Nothing more",
    join: (parts: readonly string[], field: string) => `Join ${parts.join(" + ")} → ${field}`,
    undo: "Undo",
    reason: "joined from several columns",
  },
  usernames: {
    about: "User names as user IDs",
    offer: (headers: readonly string[], field: string, format: Format) =>
      `No column is known to be the ${field}. If your system knows people by ${joinedOr(headers, format)}, it can be taken; each has to stay the same for ever.`,
    use: (header: string, field: string) => `Use ${header} as ${field}`,
    done: (header: string, field: string, format: Format) => `${format.code(header)} is used as ${field}.`,
    undo: "Undo",
  },
  empty: {
    about: "Texts that mean nothing",
    offer: (texts: readonly string[], count: number, firstRow: number, format: Format) =>
      `${texts.map(format.code).join(", ")} ${format.count(count, { one: "stands in # cell", other: "stand in # cells" })} where nothing is known, first in row ${firstRow}. Read as empty?`,
    read: "Read as empty",
    done: (texts: readonly string[], format: Format) => `Read as empty: ${texts.map(format.code).join(", ")}.`,
    undo: "Undo",
  },
  text: {
    mend: "Mend them",
    keep: "Keep them as they were",
  },
  split: {
    action: (rows: number, format: Format) =>
      format.count(rows, { one: "Split into files of # row", other: "Split into files of # rows" }),
    working: "Splitting the file…",
    done: (parts: number, format: Format) =>
      `${format.count(parts, { one: "# file was saved", other: "# files were saved" })} to your downloads. Import them one after the other.`,
    failed: "The file could not be split. Choose it again.",
    partName: (file: string, part: number) => `${file} part ${part}`,
  },
  report: {
    copy: "Copy read report",
    hint: "For support: how the file was read, without any row of it.",
    copied: "Copied",
    saved: "Copying is not allowed here, so the report was saved to your downloads.",
    fileName: (file: string) => `${file} read report`,
  },
};

function joinedOr(headers: readonly string[], format: Format): string {
  return headers.map(format.code).join(" / ");
}

function joined(parts: readonly string[], format: Format): string {
  return parts.map(format.code).join(" + ");
}
