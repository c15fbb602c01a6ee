// One cell's text: an id, a name, a day, or one of the texts that the column's notation lists.
import type { Cell } from "./cells.ts";
import { cellKinds } from "./cells.ts";
import type { Column } from "./columns.ts";
import { dateStyles } from "./dates.ts";

export function cellText(column: Column, cell: Cell): string {
  const style = dateStyles[column.kind];
  if (style) return style.write(cell.person[column.moment]);
  const kind = cellKinds[column.kind];
  return kind ? kind(cell) : cell.random.pick(column.kind.split("/"));
}
