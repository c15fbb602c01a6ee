// The English words of cells that are corrected in the preview, and of files that come back corrected.
import type { Format } from "./format.ts";

export const englishCorrections = {
  corrections: {
    hint: (format: Format) =>
      `Wrong cells can be corrected here: ${format.strong("Enter")} saves and goes on to the next problem, ${format.strong("Escape")} cancels. Your file stays as it is.`,
    correct: (field: string, row: number) => `Correct ${inSentence(field)} in row ${row}`,
    input: (field: string, row: number) => `${field} in row ${row}`,
    original: "In the file:",
    empty: "empty",
    corrected: "corrected",
    undo: "Undo",
    undoCell: (field: string, row: number) => `Undo the correction of ${inSentence(field)} in row ${row}`,
    undoAll: "Undo all corrections",
    count: (cells: number, format: Format) =>
      format.count(cells, { one: "# cell corrected", other: "# cells corrected" }),
    ready: (row: number) => `Row ${row} is ready`,
    stillWrong: (row: number, field: string, reason: string) => `Row ${row}, ${inSentence(field)}: ${reason}`,
    undone: (row: number, field: string) => `The correction of ${inSentence(field)} in row ${row} is undone`,
    allUndone: (cells: number, format: Format) =>
      format.count(cells, { one: "# correction is undone", other: "# corrections are undone" }),
    applied: (file: string, rows: number, format: Format) =>
      `${format.count(rows, { one: "# row is", other: "# rows are" })} corrected from ${file}`,
    left: (problems: number, format: Format) =>
      problems === 0
        ? "No row has problems any more"
        : format.count(problems, { one: "# row with problems left", other: "# rows with problems left" }),
  },
  merge: {
    title: (dropped: string, file: string) => `${dropped} holds rows of ${file}`,
    changes: (rows: number, format: Format) =>
      format.count(rows, {
        one: "It differs from the preview in # row.",
        other: "It differs from the preview in # rows.",
      }),
    noChanges: "It says nothing else than the preview below.",
    strangers: (rows: readonly number[], more: number, format: Format) =>
      `${format.count(rows.length + more, { one: "# of its rows is", other: "# of its rows are" })} no row of the preview and would be left out: ${format.list(
        [...rows.map((row) => `row ${row}`), ...(more > 0 ? [`${format.number(more)} more`] : [])],
      )}. Number and user ID or email have to be the same.`,
    kept: (cells: number, format: Format) =>
      format.count(cells, {
        one: "# value would stay as it is: it is valid, and the new one is not.",
        other: "# values would stay as they are: they are valid, and the new ones are not.",
      }),
    apply: (file: string, rows: number, format: Format) =>
      `Apply the corrections of this file to ${file} (${format.count(rows, { one: "# row", other: "# rows" })})`,
    replace: "Import it as its own file",
    dismiss: (file: string) => `Keep ${file} as it is`,
  },
};

// "Email" becomes "email", and "User ID" becomes "user ID".
function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
