// Cells corrected in the preview: by keyboard from problem to problem, told, counted, undone, merged from another file.
import { screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { card, choose, expectFocus, press, renderCard, rowsOf, serve, upload } from "./card.tsx";

afterEach(() => vi.restoreAllMocks());

const file =
  "user_id,email,registration_date\n1,a@example.com,2024-01-01\n2,wrong,soon\n,c@example.com,\n4,a@example.com,\n";
const button = (name: string) => screen.getByRole("button", { name });
const input = (name: string) => screen.getByRole("textbox", { name });
const status = () => screen.getByRole("status");

async function retype(user: UserEvent, text: string): Promise<void> {
  await user.keyboard(`{Control>}a{/Control}${text}`);
}

async function open(text = file): Promise<UserEvent> {
  const user = await renderCard({ fetch: serve("realistic").fetch });
  await upload(user, text);
  return user;
}

test("Enter saves and moves to the next problem, an invalid value stays in the editor with its reason", async () => {
  const user = await open();
  await press(user, "Correct email in row 3");
  expect(input("Email in row 3")).toHaveFocus();
  expect(input("Email in row 3")).toHaveAccessibleDescription(/Not a valid email address/);
  await retype(user, "b@example{Enter}");
  expect(input("Email in row 3")).toHaveFocus();
  expect(input("Email in row 3")).toHaveAccessibleDescription(/Not a valid email address.*In the file: wrong/);
  expect(status()).toHaveTextContent("Row 3, email: Not a valid email address");
  await retype(user, "b@example.com{Enter}");
  expect(input("Registration date in row 3")).toHaveFocus();
  expect(status()).toHaveTextContent("Row 3, registration date: Not a date");
  await retype(user, "2024-02-02{Enter}");
  expect(status()).toHaveTextContent("Row 3 is ready. 1 row with problems left.");
  expect(input("User ID in row 4")).toHaveFocus();
  await user.keyboard("3{Enter}");
  expect(button("Correct user ID in row 4")).toHaveFocus();
  expect(status()).toHaveTextContent("Row 4 is ready. No problems left.");
  expect(screen.getByText(/^3 cells corrected/)).toBeVisible();
  expect(screen.getByText(/will be sent/)).toHaveTextContent(/^4 users of users.csv will be sent$/);
});

test("an unsolved problem can be skipped, and after the last problem comes the first", async () => {
  const user = await open();
  await press(user, "Correct user ID in row 4");
  await user.keyboard("{Enter}");
  expect(input("Email in row 3")).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(input("Registration date in row 3")).toHaveFocus();
  expect(screen.queryByRole("button", { name: "Undo all corrections" })).toBeNull();
});

test("Escape cancels, F2 starts editing, leaving the cell saves", async () => {
  const user = await open();
  button("Correct email in row 3").focus();
  await user.keyboard("{F2}");
  await retype(user, "gone{Escape}");
  expect(button("Correct email in row 3")).toHaveFocus();
  expect(rowsOf("Preview of the rows")[1]?.[2]).toMatch(/^wrongNot a valid email/);
  await user.keyboard("{F2}");
  await retype(user, "b@example.com");
  await user.tab();
  expect(rowsOf("Preview of the rows")[1]?.[2]).toBe("b@example.comcorrected UndoIn the file: wrong ");
  expect(card().contains(document.activeElement)).toBe(true);
});

test("an unedited cell stays as it is, line breaks included", async () => {
  const user = await open('user_id,email,name\n1,wrong,"User\nOne"\n');
  button("Correct name in row 2").focus();
  await user.keyboard("{Enter}{Enter}");
  expect(input("Email in row 2")).toHaveFocus();
  expect(screen.queryByRole("button", { name: "Undo all corrections" })).toBeNull();
});

test("arrow keys reach every cell of a row with problems and no others", async () => {
  const user = await open();
  button("Correct email in row 3").focus();
  await user.keyboard("{ArrowLeft}");
  expect(button("Correct user ID in row 3")).toHaveFocus();
  await user.keyboard("{ArrowDown}");
  expect(button("Correct user ID in row 4")).toHaveFocus();
  await user.keyboard("{ArrowRight}{ArrowDown}");
  expect(button("Correct email in row 5")).toHaveFocus();
  expect(screen.queryByRole("button", { name: /in row 2$/ })).toBeNull();
});

test("a corrected row stays listed until the filter is chosen again", async () => {
  const user = await open();
  await user.click(button("With problems 2"));
  await press(user, "Correct user ID in row 4");
  await user.keyboard("3{Enter}");
  expect(rowsOf("Preview of the rows").map(([row]) => row)).toEqual(["3", "4"]);
  await retype(user, "b@example.com{Enter}");
  await retype(user, "2024-02-02{Enter}");
  expect(button("With problems 0")).toHaveAttribute("aria-pressed", "true");
  expect(rowsOf("Preview of the rows").map(([row]) => row)).toEqual(["3", "4"]);
  await user.click(button("With problems 0"));
  expect(button("All 4")).toHaveAttribute("aria-pressed", "true");
  expect(rowsOf("Preview of the rows")).toHaveLength(4);
});

test("the next problem may be on another page, also after sorting", async () => {
  const lines = Array.from(
    { length: 120 },
    (_, index) => `${index},${index % 70 === 9 ? "x" : `u${index}@example.com`}`,
  );
  const user = await open(`user_id,email\n${lines.join("\n")}\n`);
  await press(user, "Correct email in row 11");
  await retype(user, "a@example.com{Enter}");
  expect(input("Email in row 81")).toHaveFocus();
  expect(screen.getByText("Rows 51–100 of 120")).toBeVisible();
  await user.keyboard("{Escape}");
  await user.click(button("Email"));
  await user.click(button("Email"));
  expect(rowsOf("Preview of the rows")[0]?.[0]).toBe("81");
  await press(user, "Correct email in row 81");
  await retype(user, "a@example.com{Enter}");
  expect(rowsOf("Preview of the rows")[0]?.[0]).toBe("81");
  expect(button("Correct email in row 81")).toHaveFocus();
});

test("after an undo the filter lists the row again, in sort order", async () => {
  const user = await open();
  await press(user, "Correct email in row 3");
  await retype(user, "b@example.com{Enter}2024-02-02{Enter}{Escape}");
  await press(user, "With problems 1");
  await press(user, "Row");
  expect(rowsOf("Preview of the rows").map(([row]) => row)).toEqual(["4"]);
  await press(user, "Undo all corrections");
  expect(rowsOf("Preview of the rows").map(([row]) => row)).toEqual(["3", "4"]);
  expect(button("Correct email in row 3")).toHaveFocus();
});

test("one correction is undone, or all of them", async () => {
  const user = await open();
  await press(user, "Correct email in row 3");
  await retype(user, "b@example.com{Enter}2024-02-02{Enter}");
  await press(user, "Undo the correction of email in row 3");
  expect(button("Correct email in row 3")).toHaveFocus();
  expect(status()).toHaveTextContent("Correction of email in row 3 undone. 2 rows with problems left.");
  expect(screen.getByText(/^1 cell corrected/)).toBeVisible();
  await press(user, "Undo all corrections");
  expect(button("Correct email in row 3")).toHaveFocus();
  expect(status()).toHaveTextContent("1 correction undone. 2 rows with problems left.");
  expect(screen.queryByText(/cells? corrected/)).toBeNull();
});

test("a duplicate is corrected where it is shown", async () => {
  const user = await open();
  await user.click(button("Duplicates 1"));
  await press(user, "Correct email in row 5");
  await retype(user, "d@example.com{Enter}");
  expect(status()).toHaveTextContent("Row 5 is ready");
  expect(screen.queryByText(/Same email/)).toBeNull();
  expect(button("Correct email in row 5")).toHaveFocus();
});

test("while users are sent cells cannot be corrected, and earlier corrections are sent", async () => {
  const server = serve("realistic", { holdsImports: true });
  const user = await renderCard({ fetch: server.fetch });
  await upload(user, file);
  await press(user, "Correct email in row 3");
  await retype(user, "b@example.com{Enter}");
  await user.click(button("Start import"));
  // They keep their room, so that no row moves.
  for (const button of screen.getAllByRole("button", { name: /^Correct|^Undo/ })) expect(button).toBeDisabled();
  server.release();
  await screen.findByRole("heading", { name: "Import result" });
  expect(rowsOf("Results per row")[1]).toContain("b@example.com");
});

const mended =
  "user_id,email,registration_date,import_row,import_problem\n2,b@example.com,2024-02-02,3,x\n9,x@example.com,,4,y\n";

test("a saved file that comes back corrects the one on the screen", async () => {
  const user = await open();
  await choose(user, new File([mended], "mended.csv"));
  const offer = await screen.findByRole("alert");
  expect(offer).toHaveTextContent("mended.csv contains rows from users.csv");
  expect(offer).toHaveTextContent("1 of its rows is not in the preview and would be ignored: row 3.");
  const apply = within(offer).getByRole("button", { name: "Apply the corrections of this file to users.csv (1 row)" });
  expect(apply).toHaveFocus();
  expect(screen.getByRole("button", { name: "Start import" })).toHaveAccessibleDescription(
    /Before you start: Choose above what to do with mended.csv/,
  );
  await user.keyboard("{Enter}");
  expect(screen.getByRole("heading", { name: "Preview and column mapping" })).toHaveFocus();
  expect(status()).toHaveTextContent("1 row corrected from mended.csv. 1 row with problems left.");
  expect(screen.getByText(/^2 cells corrected/)).toBeVisible();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a corrected file can also be imported on its own (its added columns are ignored with a notice) or dismissed", async () => {
  const user = await open();
  await choose(user, new File([mended], "mended.csv"));
  await press(user, "Keep users.csv as it is");
  expect(screen.getByText("users.csv", { selector: ".ieu-file-name" })).toBeVisible();
  await choose(user, new File([mended], "mended.csv"));
  await press(user, "Import it as its own file");
  expect(screen.getByText("mended.csv", { selector: ".ieu-file-name" })).toBeVisible();
  expect(screen.getByText(/import_row and import_problem were added then and are ignored/)).toBeVisible();
  expect(rowsOf("Preview of the rows").map(([row]) => row)).toEqual(["2", "3"]);
  await expectFocus(screen.getByRole("heading", { name: "Preview and column mapping" }));
});
