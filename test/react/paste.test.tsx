// Rows pasted from a spreadsheet into the zone are read like a file.
import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { card, renderCard, rowsOf, serve } from "./card.tsx";

const cells = "user_id\temail\tname\r\nid1\tuser.one@example.com\tUser One\r\nid2\tuser.two@example.com\tUser Two\r\n";

function paste(text: string, files: readonly File[] = []): boolean {
  const clipboardData = { files, getData: () => text };
  return fireEvent.paste(screen.getByRole("button", { name: "Upload CSV" }), { clipboardData });
}

test("cells of a spreadsheet become rows of the preview, although a picture of them is pasted too", async () => {
  await renderCard({ fetch: serve().fetch });
  paste(cells, [new File(["picture"], "image.png", { type: "image/png" })]);
  await screen.findByText("pasted rows.tsv", { selector: ".ieu-file-name" });
  expect(rowsOf("Preview of the rows").map(([row, id]) => [row, id])).toEqual([
    ["2", "id1"],
    ["3", "id2"],
  ]);
});

test("a pasted file is read, and a text without rows is left alone", async () => {
  await renderCard({ fetch: serve().fetch });
  expect(paste("just a word")).toBe(true);
  expect(card()).not.toHaveTextContent("pasted rows");
  expect(paste("", [new File([cells], "users.tsv")])).toBe(false);
  await screen.findByText("users.tsv", { selector: ".ieu-file-name" });
});
