// Makes the template file that is offered for download.
import { userFields } from "../../contract/fields.ts";

// The guide's own two rows ("CSV format").
const exampleRows = [
  ["legacy_1001", "user.one@example.com", "User One", "2024-01-10T09:00:00Z", "2026-04-30T18:21:00Z"],
  ["legacy_1002", "user.two@example.com", "User Two", "2023-11-05", "2026-05-01"],
];

/** The guide's example as CSV text with a byte order mark, to be saved as UTF-8. */
export function template(): string {
  // No cell needs quotes or an apostrophe, so the card offers the template without loading `stringify`.
  const rows = [userFields.map((field) => field.header), ...exampleRows];
  return `\uFEFF${rows.map((cells) => `${cells.join(",")}\r\n`).join("")}`;
}
