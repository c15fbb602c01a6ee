// Excel workbooks in the card: with the option they are read like CSV files, and the sheet can be chosen.
import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { xlsx } from "../../src/xlsx/index.ts";
import { toWorkbookBytes } from "../xlsx/workbook.ts";
import { choose, picker, renderCard, rowsOf, serve } from "./card.tsx";

const inline = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
const header = `<row r="1">${inline("A1", "user_id")}${inline("B1", "email")}</row>`;

const workbook = new File(
  [
    toWorkbookBytes({
      formats: ["00000"],
      sheets: [
        {
          name: "Users",
          rows: `${header}<row r="2"><c r="A2" s="1"><v>1002</v></c>${inline("B2", "ada@example.com")}</row>`,
        },
        {
          name: "Former",
          state: "hidden",
          rows: `${header}<row r="2">${inline("A2", "9")}${inline("B2", "bo@example.com")}</row>`,
        },
      ],
    }),
  ],
  "users.xlsx",
);

test("without the option a workbook is refused with advice", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  expect(picker()).not.toHaveAttribute("accept", expect.stringContaining(".xlsx"));
  await choose(user, workbook);
  expect(await screen.findByRole("alert")).toHaveTextContent("This is an Excel workbook, not a CSV file");
});

test("the first visible sheet is read, and a hidden one is named and can be chosen", async () => {
  const user = await renderCard({ fetch: serve().fetch, workbooks: xlsx });
  expect(picker()).toHaveAttribute("accept", expect.stringContaining(".xlsx"));
  await choose(user, workbook);
  await screen.findByRole("cell", { name: "ada@example.com" });
  expect(screen.queryByLabelText("Encoding")).toBeNull();
  expect(screen.getByText(/1 hidden sheet was not read/)).toHaveTextContent("Former");

  await user.selectOptions(screen.getByLabelText("Sheet"), "Former (hidden)");
  await screen.findByRole("cell", { name: "bo@example.com" });
  expect(screen.getByLabelText("Sheet")).toHaveDisplayValue("Former (hidden)");
});

describe("numbers with leading zeros", () => {
  const group = () => screen.findByRole("group", { name: "Numbers shown in another form" });
  const ids = () => rowsOf("Preview of the rows").map((row) => row[1]);

  test("are offered beside their column to be read as stored, with rows as proof, and back", async () => {
    const user = await renderCard({ fetch: serve().fetch, workbooks: xlsx });
    await choose(user, workbook);
    const offer = await group();
    expect(offer.closest("li")).toHaveTextContent(/^User ID/);
    expect(offer).toHaveTextContent(/^1 number is shown with leading zeros .* in row 2: .*It is read as shown\./);
    expect(within(offer).getByRole("listitem")).toHaveTextContent("Row 2 01002 →becomes 1002");
    expect(ids()).toEqual(["01002"]);
    await user.click(within(offer).getByRole("button", { name: "Read as stored" }));
    await within(await group()).findByText(/It is read as stored\./);
    expect(ids()).toEqual(["1002"]);
    await user.click(within(await group()).getByRole("button", { name: "Undo" }));
    await within(await group()).findByRole("button", { name: "Read as stored" });
    expect(ids()).toEqual(["01002"]);
  });

  test("are left as shown, which is undone too", async () => {
    const user = await renderCard({ fetch: serve().fetch, workbooks: xlsx });
    await choose(user, workbook);
    await user.click(within(await group()).getByRole("button", { name: "Leave as it is" }));
    expect(await group()).toHaveTextContent(/It is read as shown\. ?Undo$/);
    expect(ids()).toEqual(["01002"]);
    await user.click(within(await group()).getByRole("button", { name: "Undo" }));
    await within(await group()).findByRole("button", { name: "Read as stored" });
  });

  test("are only told where their column is not imported", async () => {
    const user = await renderCard({ fetch: serve().fetch, workbooks: xlsx });
    const rows = `<row r="1">${inline("A1", "user_id")}${inline("B1", "email")}${inline("C1", "shoe size")}</row>`;
    const ada = `<row r="2">${inline("A2", "7")}${inline("B2", "ada@example.com")}<c r="C2" s="1"><v>38</v></c></row>`;
    const bytes = toWorkbookBytes({ formats: ["00000"], sheets: [{ rows: rows + ada }] });
    await choose(user, new File([bytes], "shoes.xlsx"));
    expect(await screen.findByRole("list", { name: "Noticed in the file" })).toHaveTextContent(/^1 number is shown/);
    expect(screen.queryByRole("group", { name: "Numbers shown in another form" })).toBeNull();
  });
});
