// The English words of the screens, in the order in which a person meets them.
import type { FieldKey } from "../contract/fields.ts";
import type { Format } from "./format.ts";
import { englishCorrections } from "./messages-en-corrections.ts";
import { englishFailures } from "./messages-en-failures.ts";
import { englishFiles } from "./messages-en-files.ts";
import { englishMemory } from "./messages-en-memory.ts";
import { englishOffers } from "./messages-en-offers.ts";
import { englishRows } from "./messages-en-rows.ts";
import { englishSourceRows } from "./messages-en-source-rows.ts";

export const english = {
  ...englishFiles,
  ...englishRows,
  ...englishFailures,
  ...englishOffers,
  ...englishMemory,
  ...englishSourceRows,
  ...englishCorrections,
  card: {
    title: "Import Existing Users",
    lead: "Bring your users over from a CSV export. They are matched by email with existing LoginSign accounts.",
    downloadTemplate: "Download template",
  },
  fields: {
    externalUserId: "User ID",
    email: "Email",
    name: "Name",
    registrationDate: "Registration date",
    lastLoginDate: "Last login date",
  } satisfies Record<FieldKey, string> as Record<FieldKey, string>,
  preview: {
    heading: "Preview and column mapping",
    lead: "Check that each field gets the right column.",
    knownLater: (format: Format) =>
      `Only the import tells who has no account (not found, ${format.code("not_found")}) or another name there (name mismatch, ${format.code("name_mismatch")}).`,
    caption: "Preview of the rows",
    rawCaption: "First rows of the file",
    filter: "Show rows",
    all: "All",
    ready: "Ready",
    problems: "With problems",
    duplicates: "Duplicates",
    downloadProblems: "Download rows with problems",
    problemsFile: (file: string) => `${file} rows with problems`,
  },
  table: {
    row: "Row",
    noRows: "No row matches.",
    search: "Search rows",
    region: (caption: string) => `${caption}, scrollable`,
    range: (from: number, to: number, total: number, format: Format) =>
      `Rows ${format.number(from)}–${format.number(to)} of ${format.number(total)}`,
    noRange: "No rows",
    pageSize: "Rows per page",
    page: (page: number, pages: number, format: Format) => `Page ${format.number(page)} of ${format.number(pages)}`,
    pages: "Pages",
    firstPage: "First page",
    previousPage: "Previous page",
    nextPage: "Next page",
    lastPage: "Last page",
  },
  start: {
    button: "Start import",
    willBeSent: (users: number, appName: string | null, format: Format) =>
      format.count(users, { one: "# user will be sent", other: "# users will be sent" }) +
      (appName ? ` to ${format.strong(appName)}` : ""),
    willBeInvalid: (rows: number, format: Format) =>
      format.count(rows, { one: "# has problems", other: "# have problems" }) +
      ` and will be reported as ${format.code("invalid_row")}`,
    heldBack: (rows: number, format: Format) =>
      format.count(rows, { one: "# row with problems is held back", other: "# rows with problems are held back" }),
    sentence: (parts: readonly string[]) => parts.join("; "),
    blocked: "Start import is not possible yet",
    blockers: {
      source_name_blank: "Give the source a name.",
      source_name_too_long: (length: number, limit: number, format: Format) =>
        `The source name has ${format.number(length)} characters; at most ${format.number(limit)} are allowed.`,
      file_undecided: (file: string) => `Decide above what becomes of ${file}.`,
      field_unmapped: (field: string) => `Choose the column for ${field}.`,
      no_rows_to_send: "There is no row to send.",
    },
    unconfirmed: (name: string, format: Format) =>
      `An earlier start named ${format.strong(name)} may have been saved. Check Saved sources before you start again: this would be a new import.`,
  },
  progress: {
    heading: (users: number, format: Format) =>
      format.count(users, { one: "Sending # user", other: "Sending # users" }),
    reading: (file: string) => `Reading ${file}`,
    readingShare: (share: number, format: Format) => `${format.percent(share)} read`,
    read: (rows: number, problems: number | null, format: Format) =>
      `File read: ${format.count(rows, { one: "# row", other: "# rows" })}${
        problems === null ? "" : `, ${format.number(problems)} with problems`
      }`,
    sending: "On the way to the server",
    waiting: "Waiting for the answer of the server",
    waited: (seconds: number, format: Format) => `· ${format.number(seconds)} s`,
    tryReasons: {
      "rate-limited": "The server asks to wait",
      "import-in-progress": "Another import of this application is running",
    } as Record<string, string>,
    tryingAgain: (reason: string | undefined, attempt: number, attempts: number, format: Format) =>
      `${reason ?? "The server did not answer as hoped"}: trying again (${format.number(attempt)} of ${format.number(attempts)})`,
    inSeconds: (seconds: number, format: Format) => `in ${format.number(seconds)} s`,
    kept: "Your file and your choices are kept. Please leave this page open.",
    cancel: "Cancel",
    cancelNote:
      "Cancel stops waiting here. It can't take back what the server already has: look under Saved sources and delete the source there.",
    finished: (summary: string) => `Import finished: ${summary}`,
  },
  result: {
    heading: "Import result",
    facts: (name: string, rows: number, duration: string, format: Format) =>
      `${format.strong(name)} · ${format.count(rows, { one: "# row", other: "# rows" })} · finished in ${duration}`,
    connected: (imported: number, format: Format) =>
      format.count(imported, { one: "# user is newly connected", other: "# users are newly connected" }),
    noneConnected: "No user was newly connected",
    filter: "Show results",
    all: "All",
    heldBack: "held back",
    caption: "Results per row",
    bar: (parts: readonly string[], format: Format) => format.list(parts),
    statusColumn: "Status",
    meaningColumn: "What it means",
    downloadResults: "Download results (CSV)",
    downloadFixes: "Download rows to fix",
    resultsFile: (name: string) => `${name} results`,
    fixesFile: (name: string) => `${name} rows to fix`,
    undo: "Undo this import",
    undone: "This import was undone.",
    undoneHint: "The results below show what it had done.",
    restart: "Import another file",
    countsOnly:
      "The answer was lost on the way, but the import was found among the saved sources. Only its numbers are known, not what became of each row.",
    notCounted: (rows: number, format: Format) =>
      format.count(rows, {
        one: "# row has a status this version does not know; it is shown as the server sent it.",
        other: "# rows have a status this version does not know; they are shown as the server sent them.",
      }),
    hints: {
      not_found: (share: number, format: Format) =>
        `${format.strong(`${format.percent(share)} of your users were not found`)} (${format.code("not_found")}). Usually they signed up with another address, or have no LoginSign account yet. They are matched when you import them again later.`,
      name_mismatch: (share: number, format: Format) =>
        `${format.strong(`${format.percent(share)} of the names do not match`)} (${format.code("name_mismatch")}). Often the export writes names in another order, such as “Last, First”, or the wrong column is mapped to Name. Without a name column, users are matched by email alone.`,
      invalid_row: (share: number, format: Format) =>
        `${format.strong(`${format.percent(share)} of the rows are invalid`)} (${format.code("invalid_row")}). Usually one column is mapped wrongly, or the dates are not written like 2026-05-01. Fix the file and import it again: rows that are connected already stay as they are.`,
    },
  },
  sources: {
    heading: "Saved sources",
    count: (shown: number, more: boolean, format: Format) =>
      more
        ? format.count(shown, { one: "#+ import", other: "#+ imports" })
        : format.count(shown, { one: "# import", other: "# imports" }),
    caption: "Saved sources, newest first",
    name: "Name",
    date: "Imported on",
    rows: "Rows",
    result: "Result",
    actions: "Actions",
    unnamed: "(no name)",
    noCounters: "Numbers are not known",
    loading: "Loading saved sources…",
    empty: "Nothing imported yet. Every import is listed here, and can be undone.",
    failed: "The saved sources could not be loaded.",
    stale: "The list could not be refreshed and may be out of date.",
    retry: "Load again",
    page: (page: number, format: Format) => `Page ${format.number(page)}`,
    pages: "Pages of saved sources",
    previousPage: "Newer sources",
    nextPage: "Older sources",
    delete: "Delete source",
    rolledBack: (name: string | null, removed: number | null, format: Format) =>
      `${name ? `${format.strong(name)} is deleted` : "The source is deleted"}${
        removed === null ? "." : `: ${format.count(removed, { one: "# connection", other: "# connections" })} removed.`
      }`,
    alreadyGone: (count: number, format: Format) =>
      format.count(count, { one: "# was gone before.", other: "# were gone before." }),
    reactivatedKept: (count: number, format: Format) =>
      format.count(count, {
        one: "# reactivated connection stays active.",
        other: "# reactivated connections stay active.",
      }),
    alreadyDeleted: "It had been deleted before.",
    dismiss: "Dismiss",
  },
  deletion: {
    heading: (name: string) => `Delete source “${name}”?`,
    application: (appName: string, format: Format) => `Application: ${format.strong(appName)}`,
    checking: "Asking the server what would be removed…",
    removes: (count: number | null, format: Format) =>
      count === null
        ? "Removes the connections created by this import."
        : `Removes ${format.strong(format.count(count, { one: "# connection", other: "# connections" }))} created by this import.`,
    stays: (count: number | null, format: Format) =>
      count === null
        ? "Connections that existed before stay."
        : format.count(count, { one: "# that existed before stays.", other: "# that existed before stay." }),
    gone: (count: number, format: Format) =>
      format.count(count, {
        one: "# connection of this import is gone already.",
        other: "# connections of this import are gone already.",
      }),
    final: "Users keep their LoginSign accounts. This cannot be undone.",
    keep: "Keep source",
    delete: "Delete source",
    failed: "The source could not be deleted",
    forbidden: "You may not delete sources of this application.",
    mayBeGone: "The source may be gone all the same: close this, and the list is refreshed.",
    notDeleted: "Nothing was removed. You can try once more.",
    deleting: "Deleting…",
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
        `${format.strong("invalid_grant")} at login: restart the authorization and exchange a fresh code.`,
    },
  },
};
