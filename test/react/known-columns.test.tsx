// Offers about columns: user names as IDs, placeholders, names in several columns, runners-up.
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderCard, rowsOf, serve, upload } from "./card.tsx";

test("user names are used as user IDs with one click, and the click can be undone", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "username,email\nada,ada@example.com\nalan,alan@example.com\n");
  screen.getByRole("button", { name: "Use username as User ID" }).focus();
  await user.keyboard("{Enter}");
  expect(screen.getByRole("combobox", { name: "User ID" })).toHaveDisplayValue("username");
  expect(screen.getByRole("button", { name: "Undo" })).toHaveFocus();
  expect(screen.getByRole("group", { name: "User names as user IDs" })).toHaveTextContent(
    "username is used as User ID.",
  );
  await user.keyboard("{Enter}");
  expect(screen.getByRole("combobox", { name: "User ID" })).toHaveDisplayValue("Choose a column");
  expect(screen.getByRole("button", { name: "Use username as User ID" })).toHaveFocus();
});

test("choosing another column for the user ID closes the offer", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "username,email,city\nada,ada@example.com,Rome\n");
  await user.selectOptions(screen.getByRole("combobox", { name: "User ID" }), "city");
  expect(screen.queryByRole("group", { name: "User names as user IDs" })).toBeNull();
});

test("placeholders are treated as empty with one click, and the click can be undone", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email,name,last_login\n1,a@example.com,NULL,Never\n2,b@example.com,Bob,2025-01-05\n");
  expect(await screen.findByRole("group", { name: "Placeholders for empty values" })).toHaveTextContent(
    "NULL, Never appear in 2 cells, first in row 2. Treat as empty?",
  );
  await user.click(await screen.findByRole("button", { name: "Treat as empty" }));
  expect(rowsOf("Preview of the rows")[0]?.slice(0, 3)).toEqual(["2", "1", "a@example.com"]);
  expect(screen.getByRole("button", { name: "Ready 2" })).toBeEnabled();
  expect(screen.queryByRole("cell", { name: "NULL" })).toBeNull();
  await user.keyboard("{Enter}");
  expect(screen.getByRole("button", { name: "With problems 1" })).toBeEnabled();
});

test("a filter lists the remaining problems after placeholders are treated as empty", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email,last_login\n1,a@example.com,Never\n2,b,Never\n3,c@example.com,2025-01-05\n");
  await user.click(screen.getByRole("button", { name: "With problems 2" }));
  await user.click(await screen.findByRole("button", { name: "Treat as empty" }));
  expect(rowsOf("Preview of the rows").map(([number]) => number)).toEqual(["3"]);
});

test("the columns that are joined to the name can be changed, added and left out", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email,Title,First name,Last name\n1,a@example.com,Lady,Ada,Lovelace\n");
  await user.click(screen.getByRole("button", { name: "Join First name + Last name → Name" }));
  const part = (place: number) => screen.getByRole("combobox", { name: `Part ${place} of the name` });
  const name = () => rowsOf("Preview of the rows")[0]?.[3];
  await user.selectOptions(part(1), "Last name");
  expect(name()).toBe("Lovelace Ada");
  await user.selectOptions(part(3), "Title");
  expect(name()).toBe("Lovelace Ada Lady");
  expect(screen.getByRole("combobox", { name: "Name" })).toHaveDisplayValue("Last name + First name + Title");
  await user.selectOptions(part(3), "None");
  expect(name()).toBe("Lovelace Ada");
});

test("any columns can be joined to a name", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email,Ruf,Haus\n1,a@example.com,Ada,Lovelace\n");
  await user.selectOptions(screen.getByRole("combobox", { name: "Name" }), "Join several columns…");
  expect(rowsOf("Preview of the rows")[0]?.[3]).toBe("Ada Lovelace");
  expect(screen.getByRole("combobox", { name: "Part 1 of the name" })).toHaveDisplayValue("Ruf");
});

test("each possible header row shows its first cells, and the runner-up is named", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "Report of May,,\nid,email,name\nuser_id,email,name\n1,a@example.com,Ann\n");
  const header = screen.getByRole("combobox", { name: "Header row" });
  expect([...header.children].map(({ textContent }) => textContent)).toEqual([
    "Row 1: Report of May",
    "Row 2: id, email, name",
    "Row 3: user_id, email, name",
    "No header row",
  ]);
  expect(header).toHaveAccessibleDescription("known column names: id, email, and name, next most likely: row 3");
});

test("a delimiter that fits nearly as well is named", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id;email,name\n1;a@example.com,Ann\n2;b@example.com,Bob\n");
  expect(screen.getByRole("combobox", { name: "Delimiter" })).toHaveAccessibleDescription(/, next most likely:/);
});

test("a very long name of a column is cut, and two that begin alike are told apart", async () => {
  const question = "Which of these addresses should we use to send you the newsletter, and why?";
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, `user_id,email,"${question} 1","${question} 2"\n1,a@example.com,x,y\n`);
  const options = screen.getAllByRole("option", { name: /^Which of these/ }).map(({ textContent }) => textContent);
  const shown = "Which of these addresses should we use to send you the newsl…";
  expect([...new Set(options)]).toEqual([`${shown} (column 3)`, `${shown} (column 4)`]);
  expect(screen.getByText(/^Ignored:/).textContent).not.toContain("newsletter");
});

test("a letter of two units is not cut in half", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, `user_id,email,${"x".repeat(59)}😀y\n1,a@example.com,x\n`);
  expect(screen.getByText(/^Ignored:/)).toHaveTextContent(`Ignored: ${"x".repeat(59)}…`);
});

test("one email address in all rows is called one", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, `user_id,email\n${Array.from({ length: 40 }, (_, row) => `${row},ada@example.com\n`).join("")}`);
  expect(screen.getByText(/only 1 email address in 40 rows/)).toBeVisible();
});
