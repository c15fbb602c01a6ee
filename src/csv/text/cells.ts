// Which cells show nothing.
import { hasVisible } from "../../contract/text.ts";

/** True for a cell that shows nothing. */
export function isBlank(cell: string): boolean {
  const code = cell.charCodeAt(0);
  return cell === "" || ((code <= 0x20 || code >= 0x7f) && !hasVisible(cell));
}
