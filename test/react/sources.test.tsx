// Saved sources: loading, empty, failed, deleting with the exact effect.
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { ImportClient } from "../../src/index.ts";
import { card, expectFocus, guideFile, press, renderCard, rowsOf, serve, upload } from "./card.tsx";

test("an empty list says what it will show", async () => {
  await renderCard({ fetch: serve("empty").fetch });
  expect(screen.getByText(/Nothing imported yet/)).toBeVisible();
  expect(screen.getByRole("heading", { name: "Saved sources" })).toBeVisible();
});

test("a list that can't be loaded says why and can be loaded again", async () => {
  let fetch = serve("forbidden").fetch;
  const user = await renderCard({ fetch: (url, init) => fetch(url, init) });
  expect(screen.getByRole("alert")).toHaveTextContent("The saved sources could not be loaded.");
  fetch = serve("realistic").fetch;
  await user.click(screen.getByRole("button", { name: "Load again" }));
  expect(await screen.findByRole("table", { name: "Saved sources, newest first" })).toBeVisible();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("deleting asks with the exact effect; keeping is the safe answer", async () => {
  const server = serve("realistic");
  const user = await renderCard({ fetch: server.fetch, appName: "Acme Portal" });
  const [row] = rowsOf("Saved sources, newest first");
  const remove = screen.getByRole("button", { name: "Delete source" });
  expect(remove).toHaveAccessibleDescription(row?.[0]);
  await user.click(remove);
  const dialog = screen.getByRole("dialog", { name: /^Delete source “.+”\?$/ });
  expect(dialog).toHaveTextContent(/Removes \d+ connections created by this import\./);
  expect(dialog).toHaveTextContent("Users keep their LoginSign accounts. This cannot be undone.");
  expect(dialog).toHaveTextContent("Application: Acme Portal");
  expect(within(dialog).getByRole("button", { name: "Keep source" })).toHaveFocus();
  await user.click(within(dialog).getByRole("button", { name: "Keep source" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(server.requests.filter((request) => /^DELETE (?!.*dryRun=true)/.test(request))).toEqual([]);
});

test("after the deletion the server's counts are shown and take the focus", async () => {
  const user = await renderCard({ fetch: serve("realistic").fetch });
  await user.click(screen.getByRole("button", { name: "Delete source" }));
  await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Delete source" }));
  expect(await screen.findByText(/was deleted: \d+ connections removed\./)).toBeVisible();
  await expectFocus(screen.getByRole("heading", { name: "Saved sources" }));
  await user.click(screen.getByRole("button", { name: "Dismiss" }));
  expect(screen.queryByText(/connections removed/)).toBeNull();
});

test("a server that knows only the guides is asked for nothing beyond them", async () => {
  const server = serve("guide-only");
  const user = await renderCard({ fetch: server.fetch });
  await user.click(screen.getByRole("button", { name: "Delete source" }));
  const dialog = screen.getByRole("dialog");
  expect(dialog).toHaveTextContent(/Removes \d+ connections/);
  await user.click(within(dialog).getByRole("button", { name: "Keep source" }));
  expect(server.requests.every((request) => request.startsWith("GET"))).toBe(true);
});

test("many sources come ten at a time", async () => {
  const { fetch } = serve("realistic");
  const user = await renderCard({ fetch });
  for (let run = 0; run < 10; run += 1) {
    await upload(user, guideFile);
    await user.click(screen.getByRole("button", { name: "Start import" }));
    await press(user, "Import another file");
  }
  expect(await screen.findByText("11 sources")).toBeVisible();
  expect(rowsOf("Saved sources, newest first")).toHaveLength(10);
  await user.click(within(card()).getByRole("button", { name: "Older sources" }));
  expect(rowsOf("Saved sources, newest first")).toHaveLength(1);
});

test("the deltas of one day are one line, which unfolds to its sources", async () => {
  const names = ["Deltas 2026-05-03 (3)", "Deltas 2026-05-03 (2)", "Deltas 2026-05-03", "May"];
  const counters = { total: 5, imported: 4, already_connected: 0, not_found: 1, name_mismatch: 0, invalid_row: 0 };
  const sources = names.map((name, id) => ({ id: String(id), name, createdAt: "", counters, reactivated: null }));
  const client: ImportClient = {
    listSources: async () => ({ sources, nextCursor: null, extensions: [] }),
    importUsers: () => Promise.reject(new Error("not used")),
    deleteSource: () => Promise.reject(new Error("not used")),
  };
  const user = await renderCard({ client });
  const table = "Saved sources, newest first";
  const shown = () => rowsOf(table).map(([name, , rows]) => `${name}: ${rows}`);
  expect(shown()).toEqual(["Deltas 2026-05-03: 15", "May: 5"]);
  expect(screen.getByText("4 sources")).toBeVisible();
  const fold = screen.getByRole("button", { name: "3 sources of this day" });
  expect(fold).toHaveAccessibleDescription("Deltas 2026-05-03");
  await user.click(fold);
  expect(fold).toHaveAttribute("aria-expanded", "true");
  expect(shown()).toEqual([
    "Deltas 2026-05-03: 15",
    "Deltas 2026-05-03 (3): 5",
    "Deltas 2026-05-03 (2): 5",
    "Deltas 2026-05-03: 5",
    "May: 5",
  ]);
  await user.click(fold);
  expect(shown()).toHaveLength(2);
});
