// Which cells show nothing.

const visible = /[^\s\u00AD\u180E\u200B-\u200F\u2060\uFEFF]/;

/** True for a cell that shows nothing. */
export function isBlank(cell: string): boolean {
  const code = cell.charCodeAt(0);
  return cell === "" || ((code <= 0x20 || code >= 0x7f) && !visible.test(cell));
}
