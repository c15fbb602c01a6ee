// The tables by keyboard: one stop of the Tab key each, and the arrow keys inside.
import { act, screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { choose, expectFocus, guideFile, press, renderCard, rowsOf, serve, upload } from "./card.tsx";

const faulty = "user_id,email,name\n1,a@example.com,Ann\n2,wrong,Bob\n3,c@example.com,Cid\n,d@example.com,Dee\n";
const preview = "Preview of the rows";
const focusedName = () => {
  const { activeElement } = document;
  return activeElement?.getAttribute("aria-label") ?? activeElement?.textContent;
};

async function open(text: string): Promise<UserEvent> {
  const user = await renderCard({ fetch: serve("realistic").fetch });
  await upload(user, text);
  return user;
}

/** The stops of the Tab key from the search field to the first one behind the table. */
async function stopsIn(user: UserEvent, table: HTMLElement): Promise<(string | null | undefined)[]> {
  act(() => screen.getByRole("searchbox", { name: "Search rows" }).focus());
  const stops: (string | null | undefined)[] = [];
  for (;;) {
    await user.tab();
    if (!table.contains(document.activeElement)) return stops;
    stops.push(focusedName());
  }
}

test("a table with problems is a grid whose one stop is the first cell to correct", async () => {
  const user = await open(faulty);
  expect(await stopsIn(user, screen.getByRole("grid", { name: preview }))).toEqual(["Correct email in row 3"]);
});

test("a table without problems is a plain table whose one stop is its first header", async () => {
  const user = await open(guideFile);
  expect(await stopsIn(user, screen.getByRole("table", { name: preview }))).toEqual(["Row"]);
});

test("the table of results is a plain table with one stop", async () => {
  const user = await open(guideFile);
  await press(user, "Start import");
  const table = await screen.findByRole("table", { name: "Results per row" });
  expect(await stopsIn(user, table)).toEqual(["Row"]);
});

test("arrow keys move through cells, headers and buttons, Home and End through a row, with Control through the table", async () => {
  const user = await open(faulty);
  act(() => screen.getByRole("button", { name: "Correct email in row 3" }).focus());
  const walk = [
    ["{ArrowUp}", "a@example.com"],
    ["{ArrowUp}", "Email"],
    ["{ArrowRight}", "Name"],
    ["{ArrowDown}", "Ann"],
    ["{ArrowDown}", "Correct name in row 3"],
    ["{Home}", "Leave out row 3"],
    ["{End}", "Correct name in row 3"],
    ["{Control>}{Home}{/Control}", "Row"],
    ["{ArrowLeft}", "Row"],
    ["{Control>}{End}{/Control}", "Correct name in row 5"],
    ["{ArrowDown}", "Correct name in row 5"],
  ] as const;
  for (const [key, name] of walk) {
    await user.keyboard(key);
    expect(focusedName(), key).toBe(name);
  }
});

test("the stop of a table is where focus was last", async () => {
  const user = await open(faulty);
  act(() => screen.getByRole("button", { name: "Correct email in row 3" }).focus());
  await user.keyboard("{ArrowDown}");
  expect(await stopsIn(user, screen.getByRole("grid", { name: preview }))).toEqual(["c@example.com"]);
});

test("a header sorts by Enter and keeps the focus", async () => {
  const user = await open(guideFile);
  act(() => screen.getByRole("button", { name: "Email" }).focus());
  await user.keyboard("{Enter}{Enter}");
  expect(screen.getByRole("columnheader", { name: "Email" })).toHaveAttribute("aria-sort", "descending");
  expect(focusedName()).toBe("Email");
  expect(rowsOf(preview).map(([row]) => row)).toEqual(["3", "2"]);
});

test("skipping goes from the preview's heading to Start", async () => {
  const user = await open(guideFile);
  await expectFocus(screen.getByRole("heading", { name: /preview/i }));
  await user.tab();
  expect(screen.getByRole("link", { name: "Skip to Start import" })).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(screen.getByRole("button", { name: "Start import" })).toHaveFocus();
});

test("after corrections from another file, only rows that still have problems are listed", async () => {
  const user = await open(faulty);
  const corrected = "user_id,email,name,import_row,import_problem\n2,b@example.com,Bob,3,x\n,d@example.com,Dee,5,x\n";
  await choose(user, new File([corrected], "corrected.csv", { type: "text/csv" }));
  await press(user, "Apply the corrections of this file to users.csv (1 row)");
  expect(within(screen.getByRole("grid", { name: preview })).getAllByRole("rowheader")).toHaveLength(1);
  expect(screen.getByRole("button", { name: "With problems 1" })).toHaveAttribute("aria-pressed", "true");
});
