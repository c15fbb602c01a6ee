// The English texts that the card needs when the page loads: without a file, and with its list of saved sources.

import type { RowStatus } from "../../contract/status.ts";
import type { ForeignFormat } from "../../csv/table.ts";
import type { ImportFailure } from "../../importer/state.ts";
import { type Format, toPlainText } from "./format.ts";

/** What happened, and the next step. */
export interface FailureWords {
  readonly title: string;
  readonly advice: string;
}

const retryLater = "Wait a moment, then try again. Your file and your choices are kept.";
const tellSupport = "Try again. If it happens again, send this message to support.";

const failures: Record<ImportFailure["code"], FailureWords> = {
  unauthenticated: {
    title: "You are signed out",
    advice: "Sign in again in another tab, then come back and try again. Your file stays here.",
  },
  forbidden: {
    title: "You do not have permission for this application",
    advice: "Ask an owner of the application for permission to import users, then try again.",
  },
  "application-not-found": {
    title: "The application was not found",
    advice: "Check that the right project is selected in the portal.",
  },
  "source-not-found": {
    title: "The source was not found",
    advice: "It may have been deleted elsewhere. Check Saved sources.",
  },
  "request-timeout": {
    title: "The upload took too long",
    advice: "Nothing was saved. Try again, with a faster connection if you can.",
  },
  "import-in-progress": {
    title: "Another import for this application is running",
    advice: "Wait until it has finished, then try again.",
  },
  "source-deleted": {
    title: "The source of this import was deleted",
    advice: "Go back to the preview and start again. That will be a new import.",
  },
  "payload-too-large": {
    title: "The file is too large for the server",
    advice: "Split it into smaller files here and import them one after another.",
  },
  "too-many-users": {
    title: "Too many users for one import",
    advice: "Split the file here and import the parts one after another.",
  },
  "invalid-request": {
    title: "The server did not accept the request",
    advice: "Check the source name and the columns, then start again.",
  },
  malformed: { title: "The server could not read the request", advice: tellSupport },
  "unsupported-media-type": { title: "The server does not accept this request format", advice: tellSupport },
  "idempotency-key-reused": {
    title: "The server already has a different import under this request",
    advice: "Go back to the preview and start again. That will be a new import.",
  },
  "rate-limited": {
    title: "Too many requests right now",
    advice: "The server asked us to wait. Try again after that.",
  },
  internal: { title: "The server had a problem", advice: retryLater },
  unavailable: { title: "The server is not available right now", advice: retryLater },
  network: {
    title: "The server could not be reached",
    advice: "Check your internet connection, then try again. Your file and your choices are kept.",
  },
  timeout: { title: "The server did not answer in time", advice: "The server may still be working on it." },
  unexpected_answer: {
    title: "The server's answer was not what we expected",
    advice: "Often a sign-in page or a proxy answered instead. Check that you are signed in, then try again.",
  },
  http: { title: "The server refused the request", advice: tellSupport },
  not_confirmed: {
    title: "The server did not confirm the deletion",
    advice: "Look at Saved sources: as long as the source is listed, it is not deleted.",
  },
  dry_run_not_offered: {
    title: "The server does not offer a dry run",
    advice: "Nothing was changed.",
  },
  cancelled: {
    title: "You cancelled the import",
    advice: "We stopped waiting for the answer.",
  },
  unexpected: { title: "Something unexpected happened", advice: tellSupport },
};

export const rows = (count: number, format: Format) => format.count(count, { one: "# row", other: "# rows" });
export const columns = (count: number, format: Format) => format.count(count, { one: "# column", other: "# columns" });

export const firstWords = {
  card: {
    title: "Import Existing Users",
    lead: "Bring your users over from a CSV export. They are matched by email with existing LoginSign accounts.",
    downloadTemplate: "Download template",
  },
  help: {
    heading: "Common errors and fixes",
    entries: {
      columns: (format: Format) =>
        `${format.strong("Missing columns.")} ${format.code("user_id")} and ${format.code("email")} are required. If your export names them differently, choose the columns in the preview.`,
      emails: (format: Format) =>
        `${format.strong("Invalid emails.")} Each row needs exactly one address, such as user.one@example.com.`,
      dates: (format: Format) =>
        `${format.strong("Dates that are not ISO.")} Write them like 2026-05-01 or 2026-05-01T12:00:00Z.`,
      project: (format: Format) =>
        `${format.strong("Wrong project.")} Check that the project selected in the portal is the one whose users you import.`,
      grant: (format: Format) =>
        `${format.strong("invalid_grant")} at login: restart the authorization and exchange a new code.`,
    },
  },
  file: {
    sourceName: "Source name",
    sourceNameHint: "How this import is listed under Saved sources.",
    drop: "Drop your CSV export here",
    dropNow: "Drop to read the file",
    upload: "Upload CSV",
    chooseAnother: "Choose another file",
    limits: (maxRows: number, format: Format) => `Up to ${rows(maxRows, format)}, separated by comma or semicolon`,
    required: (headers: readonly string[], format: Format) => `Required: ${headers.map(format.code).join(", ")}`,
    optional: (headers: readonly string[], format: Format) => `Optional: ${headers.map(format.code).join(", ")}`,
    dates: (format: Format) => `Dates like ${format.code("2026-05-01")} or ${format.code("2026-05-01T12:00:00Z")}`,
    privacy: "Your file is read in this browser. Nothing is sent before you start the import.",
    privacyWithCheck: "Your file is read in this browser. Nothing is sent before a check or the import.",
    size: (count: number, width: number, bytes: number, format: Format) =>
      `${rows(count, format)} · ${columns(width, format)} · ${format.bytes(bytes)}`,
    pasted: "pasted rows",
    facts: "How the file was read",
    notices: "Noticed in the file",
  },
  refusals: {
    empty_file: { title: "The file is empty", advice: "Export your users again, or start from the template." },
    no_rows: {
      title: "The file has a header but no rows",
      advice: "Check the filter of your export: there must be at least one user below the header.",
    },
    nothing_left: {
      title: "With these settings the file has no rows",
      advice: "Your last choice was undone. Choose another encoding, delimiter or header row.",
    },
    file_too_large: {
      title: (bytes: number, limit: number, format: Format) =>
        `The file is ${format.bytes(bytes)}. The limit is ${format.bytes(limit)}`,
      advice: (estimated: number, format: Format) =>
        `It holds about ${rows(estimated, format)}, too many for a browser. Import it with the command line: ${format.code("npx import-existing-users sync")}. Or use the first rows here.`,
    },
    too_many_rows: {
      title: (count: number, limit: number, estimated: boolean, format: Format) =>
        `The file has ${estimated ? "about " : ""}${rows(count, format)}. The limit is ${format.number(limit)}`,
      advice: "Import all of them in parts, one after another, or only the first rows. Or split the file.",
      parts: (count: number, estimated: boolean, format: Format) =>
        estimated
          ? format.count(count, { one: "Import in about # part", other: "Import in about # parts" })
          : format.count(count, { one: "Import in # part", other: "Import in # parts" }),
      action: (limit: number, format: Format) => `Use the first ${format.number(limit)} rows`,
    },
    not_csv: {
      title: (found: string) => `This is ${found}, not a CSV file`,
      found: {
        xlsx: "an Excel workbook",
        xls: "an old Excel workbook",
        ods: "an OpenDocument spreadsheet",
        numbers: "an Apple Numbers spreadsheet",
        zip: "a ZIP archive",
        gzip: "a compressed file",
        pdf: "a PDF document",
        image: "an image",
        json: "a JSON file",
        html: "a web page",
        xml: "an XML file",
        vcard: "a vCard file",
        ldif: "an LDIF file",
        sql: "an SQL script",
        document: "a text without a table",
        binary: "a binary file",
      } satisfies Record<ForeignFormat, string> as Record<ForeignFormat, string>,
      spreadsheet: "Open it and choose File › Save as › “CSV UTF-8 (comma delimited)”, then upload that file.",
      archive: "Unpack it first, then upload the CSV file inside.",
      other: "Export your users as CSV, or start from the template.",
    },
    unclosed_quote: {
      title: (row: number) => `A quote opens in row ${row} and is never closed`,
      advice: (row: number) => `Look at row ${row}: close the quote, or double it where it is part of the text.`,
    },
    unreadable: {
      title: "The file could not be read",
      advice: "It may have been moved, changed or be open elsewhere. Choose it again.",
    },
    workbook_unreadable: {
      damaged: {
        title: "The Excel workbook could not be read",
        advice:
          "It is damaged, protected by a password, or not an .xlsx file. Open it, and save it again as .xlsx or as CSV UTF-8.",
      },
      too_large: {
        title: "The Excel workbook is too large when unpacked",
        advice: "Delete sheets and columns that are not needed, or save the sheet with your users as CSV UTF-8.",
      },
      no_sheet: {
        title: "The Excel workbook has no sheet with rows",
        advice: "All visible sheets are empty. Check which sheet holds your users, and show it if it is hidden.",
      },
    },
    several_files: {
      title: (count: number, format: Format) => `You dropped ${format.number(count)} files`,
      advice: "Choose one file. Each import reads one file.",
    },
    reader_not_loaded: {
      title: "The file reader could not be loaded",
      advice: "Check your connection and choose the file again. If that does not help, reload the page.",
    },
    stillShown: (file: string) => `${toPlainText(file)} is still below, with your choices.`,
    not_a_file: { title: "That was not a file", advice: "Drop a CSV file here, or choose one." },
  },
  split: {
    action: (files: number, format: Format) =>
      format.count(files, { one: "Split into # file", other: "Split into # files" }),
    downloads: (files: number, format: Format) => format.count(files, { one: "# download", other: "# downloads" }),
    working: "Splitting the file…",
    done: (parts: number, format: Format) =>
      `${format.count(parts, { one: "# file was saved", other: "# files were saved" })} to your downloads. Import them one after another.`,
    failed: "The file could not be split. Choose it again.",
    partName: (file: string, part: number) => `${file} part ${part}`,
  },
  table: {
    region: (caption: string) => `${caption}, scrollable`,
  },
  start: {
    blockers: {
      source_name_blank: "Give the source a name.",
      source_name_too_long: (length: number, limit: number, format: Format) =>
        `The source name has ${format.number(length)} characters. The limit is ${format.number(limit)}.`,
    },
  },
  progress: {
    reading: (file: string) => `Reading ${file}`,
    readingShare: (share: number, format: Format) => `${format.percent(share)} read`,
    cancel: "Cancel",
  },
  parts: {
    missing: (parts: readonly number[], format: Format) =>
      `${format.count(parts.length, { one: "Part", other: "Parts" })} ${format.list(parts.map(format.number))} of this import ${format.count(parts.length, { one: "is", other: "are" })} not saved. Import the file again to add the rows.`,
  },
  failures,
  statuses: {
    imported: "imported",
    already_connected: "already connected",
    not_found: "not found",
    name_mismatch: "name mismatch",
    invalid_row: "invalid row",
  } satisfies Record<RowStatus, string> as Record<RowStatus, string>,
  notLoaded: {
    title: "A part of this page could not be loaded",
    advice:
      "Offers, reasons of problems, corrections, checks, the import, and the rows and deletion of saved sources need it. Check your connection and load it again. If that does not help, reload the page.",
    retry: "Load it again",
  },
  sources: {
    heading: "Saved sources",
    count: (shown: number, more: boolean, format: Format) =>
      more
        ? format.count(shown, { one: "#+ source", other: "#+ sources" })
        : format.count(shown, { one: "# source", other: "# sources" }),
    caption: "Saved sources, newest first",
    name: "Name",
    date: "Imported on",
    rows: "Rows",
    result: "Result",
    actions: "Actions",
    unnamed: "(no name)",
    noCounters: "No counts available",
    ofDay: (count: number, format: Format) =>
      format.count(count, { one: "# source of this day", other: "# sources of this day" }),
    loading: "Loading saved sources…",
    empty: "Nothing imported yet. Every import is listed here and can be undone.",
    failed: "The saved sources could not be loaded.",
    stale: "The list could not be refreshed and may be out of date.",
    retry: "Load again",
    page: (page: number, format: Format) => `Page ${format.number(page)}`,
    pages: "Pages of saved sources",
    previousPage: "Newer sources",
    nextPage: "Older sources",
    delete: "Delete source",
    rolledBack: (name: string | null, removed: number | null, format: Format) =>
      `${name ? `${format.strong(name)} was deleted` : "The source was deleted"}${
        removed === null ? "." : `: ${format.count(removed, { one: "# connection", other: "# connections" })} removed.`
      }`,
    alreadyGone: (count: number, format: Format) =>
      format.count(count, { one: "# had already been removed.", other: "# had already been removed." }),
    reactivatedKept: (count: number, format: Format) =>
      format.count(count, {
        one: "# reactivated connection stays active.",
        other: "# reactivated connections stay active.",
      }),
    alreadyDeleted: "It had already been deleted.",
    dismiss: "Dismiss",
    severalDeleted: (count: number, removed: number | null, format: Format) =>
      `${format.count(count, { one: "# source was deleted", other: "# sources were deleted" })}${
        removed === null ? "." : `: ${format.count(removed, { one: "# connection", other: "# connections" })} removed.`
      }`,
  },
  sourceRows: {
    toggle: "Row results",
    region: (name: string) => `Row results of ${name}`,
    loading: "Loading the rows…",
    failed: "The rows could not be loaded.",
    retry: "Load the rows again",
  },
};
