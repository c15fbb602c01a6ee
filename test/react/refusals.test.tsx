// Files that are not taken: what was found, what to do.
import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { card, choose, expectFocus, picker, renderCard, serve, upload } from "./card.tsx";

const refused: [name: string, content: BlobPart, title: string, advice: RegExp][] = [
  ["empty.csv", "", "The file is empty", /start from the template/],
  ["header.csv", "user_id,email\n", "The file has a header but no rows", /at least one user/],
  ["quote.csv", 'user_id,email\n1,"a@example.com\n', "A quote opens in row 2 and is never closed", /Look at row 2/],
  ["a.xlsx", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), "This is a ZIP archive, not a CSV file", /Unpack/],
  ["a.pdf", "%PDF-1.7 and more", "This is a PDF document, not a CSV file", /as CSV/],
];

test.each(refused)("%s is refused in words", async (name, content, title, advice) => {
  const user = await renderCard({ fetch: serve().fetch });
  await choose(user, new File([content], name));
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent(title);
  expect(alert).toHaveTextContent(name);
  expect(alert).toHaveTextContent(advice);
  expect(screen.queryByRole("heading", { name: /Preview/ })).toBeNull();
});

test("the first rows of a file with too many rows can be imported", async () => {
  const user = await renderCard({ fetch: serve().fetch, maxRows: 2 });
  await choose(user, new File(["user_id,email\n1,a@b.example\n2,b@b.example\n3,c@b.example\n"], "big.csv"));
  expect(await screen.findByRole("alert")).toHaveTextContent("The file has 3 rows. The limit is 2");
  await user.click(screen.getByRole("button", { name: "Use the first 2 rows" }));
  await screen.findByRole("heading", { name: "Preview and column mapping" });
  expect(screen.getByText(/Only 2 of 3 rows are imported now. Row 4 can be imported afterwards/)).toBeVisible();
});

test("a refused file leaves the preview of the earlier file", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email\n1,a@example.com\n");
  await choose(user, new File([], "empty.csv"));
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("The file is empty");
  expect(alert).toHaveTextContent("users.csv is still below, with your choices.");
  expect(screen.getByText("users.csv")).toBeVisible();
  expect(screen.getByRole("button", { name: "Start import" })).not.toHaveAttribute("aria-disabled");
});

test("several files at once are refused in words", async () => {
  await renderCard({ fetch: serve().fetch });
  const files = ["a.csv", "b.csv"].map((name) => new File(["user_id,email\n"], name, { type: "text/csv" }));
  const items = files.map((file) => ({ kind: "file", type: file.type, getAsFile: () => file }));
  const zone = card().querySelector(".ieu-drop") as HTMLElement;
  fireEvent.drop(zone, { dataTransfer: { files, items, types: ["Files"] } });
  expect(await screen.findByRole("alert")).toHaveTextContent("You dropped 2 files");
});

test("a file dropped beside the zone does not take the page away; dragged text is the host's", async () => {
  await renderCard({ fetch: serve().fetch });
  const files = { types: ["Files"], files: [], dropEffect: "copy" };
  expect(fireEvent.drop(document.body, { dataTransfer: files })).toBe(false);
  expect(fireEvent.drop(document.body, { dataTransfer: { types: ["text/plain"] } })).toBe(true);
});

test("the same file can be chosen again", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email\n1,a@example.com\n");
  await upload(user, "user_id,email\n1,a@example.com\n2,b@example.com\n");
  expect(await screen.findByText("2 rows · 2 columns", { exact: false })).toBeVisible();
});

test("cancelling a second file moves the focus to the button that chooses a file", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email\n1,a@example.com\n");
  const sleeping = new File(["user_id,email\n"], "sleeping.csv");
  sleeping.slice = () => Object.assign(new Blob(), { arrayBuffer: () => new Promise<ArrayBuffer>(() => {}) });
  await choose(user, sleeping);
  await user.click(await screen.findByRole("button", { name: "Cancel" }));
  await expectFocus(screen.getByRole("button", { name: "Choose another file" }));
});

test("a refusal moves the focus to the upload button", async () => {
  await renderCard({ fetch: serve().fetch });
  screen.getByRole("button", { name: "Upload CSV" }).focus();
  // As the picker does it: without a click on the hidden field.
  fireEvent.change(picker(), { target: { files: [new File([], "empty.csv")] } });
  await screen.findByRole("alert");
  expect(screen.getByRole("button", { name: "Upload CSV" })).toHaveFocus();
});
