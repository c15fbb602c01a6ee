// Focus after each step, clicks that come too late, and texts at the edges of the screens.
import { fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import {
  card,
  choose,
  expectBlocked,
  expectFocus,
  guideFile,
  picker,
  press,
  renderCard,
  rowsOf,
  serve,
  upload,
} from "./card.tsx";

afterEach(() => {
  vi.restoreAllMocks();
});

// The clock by which a click is old enough, in milliseconds.
function stopClock(time: number): void {
  vi.spyOn(performance, "now").mockReturnValue(time);
}

test("a click where the result has just appeared does not discard it, a key press does", async () => {
  stopClock(1_000);
  const user = await renderCard({ fetch: serve("realistic").fetch });
  await upload(user, guideFile);
  await user.click(screen.getByRole("button", { name: "Start import" }));
  await user.click(await screen.findByRole("button", { name: "Import another file" }));
  expect(screen.getByRole("heading", { name: "Import result" })).toBeVisible();
  await press(user, "Import another file");
  expect(screen.queryByRole("heading", { name: "Import result" })).toBeNull();
});

test("the same click works later", async () => {
  stopClock(1_000);
  const user = await renderCard({ fetch: serve("realistic").fetch });
  await upload(user, guideFile);
  await user.click(screen.getByRole("button", { name: "Start import" }));
  const restart = await screen.findByRole("button", { name: "Import another file" });
  stopClock(1_750);
  await user.click(restart);
  await expectFocus(screen.getByRole("button", { name: "Upload CSV" }));
});

test("going back from a failure moves the focus to the preview", async () => {
  const { fetch } = serve("realistic");
  const user = await renderCard({
    async fetch(url, init) {
      if (init.method === "POST") return new Response(null, { status: 403 });
      return fetch(url, init);
    },
  });
  await upload(user, guideFile);
  await user.click(screen.getByRole("button", { name: "Start import" }));
  await user.click(await screen.findByRole("button", { name: "Back to preview" }));
  expect(screen.getByRole("heading", { name: "Preview and column mapping" })).toHaveFocus();
});

test("cancelling the first file moves the focus to the upload button", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  const sleeping = new File(["user_id,email\n"], "sleeping.csv");
  sleeping.slice = () => Object.assign(new Blob(), { arrayBuffer: () => new Promise<ArrayBuffer>(() => {}) });
  await choose(user, sleeping);
  await user.click(await screen.findByRole("button", { name: "Cancel" }));
  await expectFocus(screen.getByRole("button", { name: "Upload CSV" }));
});

test("a failed deletion has its own message and keeps the focus", async () => {
  const { fetch } = serve("realistic");
  const user = await renderCard({
    async fetch(url, init) {
      if (init.method !== "DELETE" || url.includes("dry")) return fetch(url, init);
      return new Response(null, { status: 403 });
    },
  });
  await user.click(screen.getAllByRole("button", { name: "Delete source" })[0] as HTMLElement);
  const dialog = within(screen.getByRole("dialog"));
  await user.click(dialog.getByRole("button", { name: "Delete source" }));
  expect(await dialog.findByText("The source could not be deleted")).toBeVisible();
  expect(screen.getByRole("dialog")).not.toHaveTextContent("import users");
  expect(dialog.getByRole("button", { name: "Delete source" })).toHaveFocus();
});

test("a disabled Start can be focused, gives its reasons, and sends nothing", async () => {
  const server = serve();
  const user = await renderCard({ fetch: server.fetch });
  await upload(user, guideFile);
  await user.clear(screen.getByRole("textbox", { name: "Source name" }));
  const start = screen.getByRole("button", { name: "Start import" });
  expectBlocked(start);
  expect(start).toHaveAccessibleDescription(/Give the source a name/);
  start.focus();
  await user.keyboard("{Enter}");
  await user.click(start);
  expect(server.requests.some((request) => request.startsWith("POST"))).toBe(false);
});

test("a file dropped on the card beside the zone is taken", async () => {
  await renderCard({ fetch: serve().fetch });
  const files = [new File([guideFile], "beside.csv", { type: "text/csv" })];
  expect(fireEvent.drop(card(), { dataTransfer: { files, types: ["Files"] } })).toBe(false);
  expect(await screen.findByText("beside.csv", { selector: ".ieu-file-name" })).toBeVisible();
});

test("the file field is the button's alone", async () => {
  await renderCard({ fetch: serve().fetch });
  expect(picker()).toHaveAttribute("hidden");
  expect(screen.getAllByRole("button", { name: "Upload CSV" })).toHaveLength(1);
});

test("a very long cell is cut on the screen", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, `user_id,email,name\n1,a@example.com,${"word ".repeat(200_000)}\n`);
  const [row] = rowsOf("Preview of the rows");
  expect(row?.[3]?.length).toBeLessThan(2_100);
  expect(row?.[3]).toContain("…");
});

test("a setting that leaves no rows is undone with a message, and rows beyond the end are not offered as header", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, guideFile);
  const header = screen.getByRole("combobox", { name: "Header row" });
  const rows = [...header.children].map(({ textContent }) => textContent);
  expect(rows).toEqual([expect.stringMatching(/^Row 1: /), expect.stringMatching(/^Row 2: /), "No header row"]);
  await user.selectOptions(screen.getByRole("combobox", { name: "Encoding" }), "utf-16le");
  expect(await screen.findByRole("alert")).toHaveTextContent("With these settings the file has no rows");
});

test("an undone import is shown as undone", async () => {
  const user = await renderCard({ fetch: serve("realistic").fetch });
  await upload(user, guideFile);
  await user.click(screen.getByRole("button", { name: "Start import" }));
  await user.click(await screen.findByRole("button", { name: "Undo this import" }));
  await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Delete source" }));
  expect(await screen.findByText("This import was undone.")).toBeVisible();
  expect(card()).not.toHaveTextContent(/newly connected/);
});

test("the words of the guide find rows by their status", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, guideFile);
  await user.click(screen.getByRole("button", { name: "Start import" }));
  const chip = await screen.findByRole("button", { name: "not found 2" });
  expect(within(chip).getByTitle("not_found")).toBeVisible();
  await user.type(screen.getByRole("searchbox", { name: "Search rows" }), "not_found");
  expect(rowsOf("Results per row")).toHaveLength(2);
});
