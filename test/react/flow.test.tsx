// The whole way of a file through the card, as a person walks it.
import { screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { expectBlocked, expectFocus, guideFile, press, renderCard, rowsOf, serve, upload } from "./card.tsx";

test("a file is read, checked, imported, and its result shown; then the import is undone", async () => {
  const server = serve("realistic");
  const onImported = vi.fn();
  const onSourceDeleted = vi.fn();
  const user = await renderCard({ fetch: server.fetch, appName: "Acme Portal", onImported, onSourceDeleted });
  expect(screen.queryByRole("heading", { name: /Preview/ })).toBeNull();

  await upload(user, guideFile);
  const preview = screen.getByRole("heading", { name: "Preview and column mapping" });
  await expectFocus(preview);
  expect(screen.getByText(/will be sent to/)).toHaveTextContent(/^2 users of users.csv will be sent to Acme Portal$/);
  expect(rowsOf("Preview of the rows")[0]).toEqual([
    "2",
    "legacy_1001",
    "user.one@example.com",
    "User One",
    "2024-01-10T09:00:00Z",
    "2026-04-30T18:21:00Z",
  ]);

  await user.click(screen.getByRole("button", { name: "Start import" }));
  const result = await screen.findByRole("heading", { name: "Import result" });
  await expectFocus(result);
  expect(screen.queryByRole("heading", { name: /Preview/ })).toBeNull();
  expect(screen.getByRole("status")).toHaveTextContent(/^Import finished: 2 /);
  expect(rowsOf("Results per row").map(([row]) => row)).toEqual(["2", "3"]);
  expect(onImported).toHaveBeenCalledOnce();

  await user.click(screen.getByRole("button", { name: "Undo this import" }));
  const dialog = screen.getByRole("dialog");
  expect(within(dialog).getByRole("button", { name: "Keep source" })).toHaveFocus();
  await user.click(within(dialog).getByRole("button", { name: "Delete source" }));
  expect(await screen.findByText(/connections? removed/)).toBeVisible();
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(screen.getByText(/This import was undone/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Undo this import" })).toBeNull();
  expect(onSourceDeleted).toHaveBeenCalledOnce();

  await press(user, "Import another file");
  await expectFocus(screen.getByRole("button", { name: "Upload CSV" }));
  expect(screen.queryByRole("heading", { name: "Import result" })).toBeNull();
});

test("pressing Start twice sends once, and Start stays where it was", async () => {
  const server = serve("realistic", { holdsImports: true });
  const user = await renderCard({ fetch: server.fetch });
  await upload(user, guideFile);
  const start = screen.getByRole("button", { name: "Start import" });
  await user.dblClick(start);
  expect(screen.getByRole("button", { name: "Start import" })).toBe(start);
  expectBlocked(start);
  server.release();
  await screen.findByRole("heading", { name: "Import result" });
  expect(server.requests.filter((request) => request.startsWith("POST"))).toHaveLength(1);
});

test("by keyboard: Enter twice sends once, and the focus goes to what happens", async () => {
  const server = serve("realistic", { holdsImports: true });
  const user = await renderCard({ fetch: server.fetch });
  await upload(user, guideFile);
  screen.getByRole("button", { name: "Start import" }).focus();
  await user.keyboard("{Enter}{Enter}");
  await expectFocus(screen.getByRole("heading", { name: "Sending 2 users" }));
  expect(screen.getByRole("status")).toHaveTextContent("Sending to the server");
  server.release();
  await screen.findByRole("heading", { name: "Import result" });
  expect(server.requests.filter((request) => request.startsWith("POST"))).toHaveLength(1);
});

test("the Start sentence without application name, and with a single problem", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email\n1,a@example.com\n2,wrong\n");
  expect(screen.getByText(/will be sent/)).toHaveTextContent(
    /^2 users of users.csv will be sent; 1 has a problem and will be reported as invalid_row$/,
  );
});

test("rows with problems are held back where the host says so", async () => {
  const user = await renderCard({ fetch: serve("realistic").fetch, invalidRows: "skip" });
  await upload(user, "user_id,email\n1,user.one@example.com\n2,wrong\n");
  expect(screen.getByText(/will be sent/)).toHaveTextContent(
    /^1 user of users.csv will be sent; 1 row with problems is held back$/,
  );
  await user.click(screen.getByRole("button", { name: "Start import" }));
  await screen.findByRole("heading", { name: "Import result" });
  expect(rowsOf("Results per row")).toHaveLength(2);
  expect(screen.getByRole("button", { name: "held back 1" })).toBeEnabled();
});

test("leaving the page asks for confirmation only while users are sent", async () => {
  const user = await renderCard({ fetch: serve("realistic", { holdsImports: true }).fetch });
  await upload(user, guideFile);
  const isAsked = () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  expect(isAsked()).toBe(false);
  await user.click(screen.getByRole("button", { name: "Start import" }));
  expect(isAsked()).toBe(true);
  await press(user, "Cancel");
  expect(isAsked()).toBe(false);
  await expectFocus(screen.getByRole("heading", { name: "You cancelled the import" }));
});
