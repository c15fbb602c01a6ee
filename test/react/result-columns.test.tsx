// Names the columns of both tables of results, so that a new column is considered in each.
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { english } from "../../src/react/messages/en.ts";
import { guideFile, press, renderCard, serve, upload } from "./card.tsx";

const { fields, result, sourceRows, table } = english;

test("an import's result and a saved source's rows have the same columns, as far as the server stores them", async () => {
  const user = await renderCard({ fetch: serve("realistic").fetch });
  await upload(user, guideFile);
  await press(user, english.start.button);
  await screen.findByRole("heading", { name: result.heading });
  expect(columnsOf(result.caption)).toEqual([
    table.row,
    fields.externalUserId,
    fields.email,
    fields.name,
    result.statusColumn,
  ]);

  const [open] = screen.getAllByRole("button", { name: sourceRows.toggle });
  if (open) await user.click(open);
  const rows = await screen.findByRole("table", { name: /^Rows of / });
  // The server stores no row numbers of the file. The status is first, so that it is seen where the table has to scroll.
  expect(headersIn(rows)).toEqual([
    sourceRows.place,
    result.statusColumn,
    fields.externalUserId,
    fields.email,
    fields.name,
  ]);
});

function columnsOf(name: string): (string | null)[] {
  return headersIn(screen.getByRole("table", { name }));
}

function headersIn(element: HTMLElement): (string | null)[] {
  return within(element)
    .getAllByRole("columnheader")
    .map((header) => header.textContent);
}
