// Find and replace over one column of the preview: count, examples, undo, and the keyboard.
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { card, renderCard, rowsOf, serve, upload } from "./card.tsx";

const file = `user_id,email,name
1,ada@old.example,N/A
2,bo@old.example,Bo
3,cy@new.example,Cy
`;

test("a text is replaced in one column by the keyboard alone, and the replacement is undone", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, file);
  const toggle = await screen.findByRole("button", { name: "Find and replace" });
  toggle.focus();
  await user.keyboard("{Enter}");
  expect(toggle).toHaveAttribute("aria-expanded", "true");
  const panel = screen.getByRole("group", { name: "Find and replace" });
  screen.getByRole("textbox", { name: "Find" }).focus();
  await user.keyboard("@old.{Tab}@new.");
  expect(panel).toHaveTextContent("2 cells would change.");
  expect(within(panel).getAllByRole("listitem")[0]).toHaveTextContent("Row 2 ada@old.example →becomes ada@new.example");
  expect(within(panel).getByRole("button", { name: "Replace in 2 cells" })).toBeEnabled();
  await user.keyboard("{Enter}");
  const emails = () => rowsOf("Preview of the rows").map((row) => row[2]?.split("corrected")[0]?.trim());
  expect(emails()).toEqual(["ada@new.example", "bo@new.example", "cy@new.example"]);
  expect(screen.getByRole("status")).toHaveTextContent("Replaced in 2 cells. No problems left.");
  expect(card()).toHaveTextContent("@old. replaced by @new. in 2 cells");
  await user.keyboard("{Escape}");
  expect(toggle).toHaveFocus();
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(emails()).toEqual(["ada@old.example", "bo@old.example", "cy@new.example"]);
});

test("whole cells only, in a column that is chosen, and by nothing", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, file);
  await user.click(await screen.findByRole("button", { name: "Find and replace" }));
  await user.selectOptions(screen.getByRole("combobox", { name: "In column" }), "Name");
  await user.type(screen.getByRole("textbox", { name: "Find" }), "N");
  await user.click(screen.getByRole("checkbox", { name: "Whole cells only" }));
  const panel = screen.getByRole("group", { name: "Find and replace" });
  expect(panel).toHaveTextContent("No cell would change.");
  expect(within(panel).getByRole("button", { name: "Replace" })).toHaveAttribute("aria-disabled", "true");
  await user.type(screen.getByRole("textbox", { name: "Find" }), "/A");
  await user.click(await within(panel).findByRole("button", { name: "Replace in 1 cell" }));
  expect(rowsOf("Preview of the rows")[0]?.[3]).toMatch(/^(?!N\/A)/);
  expect(card()).toHaveTextContent("N/A replaced by nothing in 1 cell");
});
