// The preview: columns, rows, chips, search, sort, pages, downloads.
import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { card, expectBlocked, renderCard, rowsOf, serve, upload } from "./card.tsx";

afterEach(() => vi.restoreAllMocks());

const foreignFile = "Kunde;Post;Firma\nK1;a@example.com;Muster\nK2;b@example.com;Muster\n";

test("when all columns are recognised the mapping is folded away", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email,name,registration_date,last_login_date\n1,a@example.com,A,2024-01-01,2024-01-02\n");
  const fold = screen.getByRole("button", { name: "All 5 columns recognised · Change" });
  expect(fold).toHaveAttribute("aria-expanded", "false");
  expect(screen.queryByRole("combobox", { name: "Email" })).toBeNull();
  await user.click(fold);
  expect(screen.getByRole("combobox", { name: "Email" })).toHaveAccessibleDescription(/auto known column name/);
});

test("missing columns are listed, lead to their fields, and keep Start disabled with a reason", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "what,ever\nx,y\n");
  const start = screen.getByRole("button", { name: "Start import" });
  expectBlocked(start);
  expect(card()).not.toHaveTextContent(/with problems|have problems|will be sent/);
  expect(screen.getByRole("status")).toHaveTextContent("File read: 1 row. Required columns are missing");
  expect(start).toHaveAccessibleDescription(/Choose the column for User ID\. Choose the column for Email\./);
  await user.click(screen.getByRole("link", { name: "Choose the column for Email" }));
  expect(screen.getByRole("combobox", { name: "Email" })).toHaveFocus();
  expect(rowsOf("First rows of the file")).toEqual([["2", "x", "y"]]);
});

test("a column chosen by hand is taken from its former field, with a message", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, foreignFile);
  await user.selectOptions(screen.getByRole("combobox", { name: "User ID" }), "Kunde");
  await user.selectOptions(screen.getByRole("combobox", { name: "Email" }), "Post");
  expect(screen.getByRole("button", { name: "Start import" })).not.toHaveAttribute("aria-disabled");
  expect(screen.getByText("Ignored:", { exact: false })).toHaveTextContent("Ignored: Firma");
  await user.selectOptions(screen.getByRole("combobox", { name: "Name" }), "Kunde");
  expect(screen.getByText("Kunde is now used for Name. User ID needs a column.")).toBeVisible();
  expectBlocked(screen.getByRole("button", { name: "Start import" }));
});

test("problems are shown in the row, counted on the chips, and filtered by them", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(
    user,
    "user_id,email,registration_date\n1,a@example.com,2024-01-01\n2,wrong,31.04.2021\n3,a@example.com,\n",
  );
  expect(screen.getByRole("button", { name: "All 3" })).toHaveAttribute("aria-pressed", "true");
  expect(screen.getByRole("button", { name: "Ready 2" })).toBeEnabled();
  await user.click(screen.getByRole("button", { name: "With problems 1" }));
  expect(rowsOf("Preview of the rows")).toEqual([
    ["3", "2", "wrongNot a valid email address: the @ is missing", "31.04.2021April has 30 days"],
  ]);
  await user.click(screen.getByRole("button", { name: "Duplicates 1" }));
  expect(rowsOf("Preview of the rows").map((row) => row[2])).toEqual([
    "a@example.com",
    "a@example.comSame email as row 2",
  ]);
});

test("10,000 rows: 50 at a time, searched, sorted, and never 1,500 elements", async () => {
  const lines = Array.from({ length: 10_000 }, (_, index) => `id${index},user${index}@example.com`);
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, `user_id,email\n${lines.join("\n")}\n`);
  await waitFor(() => expect(rowsOf("Preview of the rows")).toHaveLength(50));
  expect(screen.getByText("Rows 1–50 of 10,000")).toBeVisible();
  expect(card().querySelectorAll("*").length).toBeLessThan(1_500);
  await user.click(screen.getByRole("button", { name: "Last page" }));
  expect(screen.getByText("Rows 9,951–10,000 of 10,000")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "User ID" }));
  await user.click(screen.getByRole("button", { name: "User ID" }));
  expect(screen.getByRole("columnheader", { name: "User ID" })).toHaveAttribute("aria-sort", "descending");
  expect(rowsOf("Preview of the rows")[0]?.[1]).toBe("id9999");
  await user.click(screen.getByRole("button", { name: "User ID" }));
  expect(screen.getByRole("columnheader", { name: "User ID" })).not.toHaveAttribute("aria-sort");
  expect(rowsOf("Preview of the rows")[0]?.[1]).toBe("id0");
  await user.type(screen.getByRole("searchbox", { name: "Search rows" }), "user77@");
  expect(await screen.findByText("Rows 1–1 of 1")).toBeVisible();
  expect(rowsOf("Preview of the rows")[0]?.[1]).toBe("id77");
  await user.clear(screen.getByRole("searchbox", { name: "Search rows" }));
  await user.selectOptions(screen.getByRole("combobox", { name: "Rows per page" }), "100");
  expect(await screen.findByText("Rows 1–100 of 10,000")).toBeVisible();
  expect(card().querySelectorAll("*").length).toBeLessThan(1_500);
});

test("rows with problems are saved with their own columns, row and problem, in the file's delimiter", async () => {
  const saved: Blob[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => `blob:${saved.push(blob as Blob)}`);
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id;email;extra\n1;a@example.com;x\n2;=1+1;y\n");
  await user.click(screen.getByRole("button", { name: /^Download \d+ rows? with problems$/ }));
  expect((await saved[0]?.text())?.replace("\uFEFF", "")).toBe(
    `user_id;email;extra;import_row;import_problem\r\n2;'=1+1;y;3;Email: Not a valid email address: the @ is missing\r\n`,
  );
});

test("encoding, delimiter and header row can be changed, and columns chosen by hand are kept", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, foreignFile);
  await user.selectOptions(screen.getByRole("combobox", { name: "User ID" }), "Kunde");
  const header = screen.getByRole("combobox", { name: "Header row" });
  await user.selectOptions(header, "2");
  expect(await screen.findByText("1 row · 3 columns", { exact: false })).toBeVisible();
  await user.selectOptions(screen.getByRole("combobox", { name: "Header row" }), "1");
  expect(await screen.findByText("2 rows · 3 columns", { exact: false })).toBeVisible();
  expect(screen.getByRole("combobox", { name: "Header row" })).toHaveAccessibleDescription("chosen by you");
});

test("a blank source name keeps Start disabled and says so at the field", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email\n1,a@example.com\n");
  const name = screen.getByRole("textbox", { name: "Source name" });
  await user.clear(name);
  expect(name).toBeInvalid();
  expect(name).toHaveAccessibleDescription("Give the source a name.");
  expectBlocked(screen.getByRole("button", { name: "Start import" }));
  await user.type(name, "Mine");
  expect(within(card()).getByRole("button", { name: "Start import" })).not.toHaveAttribute("aria-disabled");
});
