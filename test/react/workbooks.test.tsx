// Excel workbooks in the card: with the option they are read like CSV files, and the sheet can be chosen.
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { xlsx } from "../../src/xlsx/index.ts";
import { toWorkbookBytes } from "../xlsx/workbook.ts";
import { choose, picker, renderCard, serve } from "./card.tsx";

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
  await screen.findByText("ada@example.com");
  expect(screen.queryByLabelText("Encoding")).toBeNull();
  expect(screen.getByText(/1 hidden sheet was not read/)).toHaveTextContent("Former");

  await user.selectOptions(screen.getByLabelText("Sheet"), "Former (hidden)");
  await screen.findByText("bo@example.com");
  expect(screen.getByLabelText("Sheet")).toHaveDisplayValue("Former (hidden)");
});

test("numbers with leading zeros are read as shown, and as stored on request", async () => {
  const user = await renderCard({ fetch: serve().fetch, workbooks: xlsx });
  await choose(user, workbook);
  const table = await screen.findByRole("table", { name: /preview/i });
  await within(table).findByText("01002");
  await user.click(screen.getByRole("button", { name: "Read them as stored" }));
  await screen.findByRole("button", { name: "Read them as shown" });
  expect(screen.queryByText("01002", { selector: "td *" })).toBeNull();
});
