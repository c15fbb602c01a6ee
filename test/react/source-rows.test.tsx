// The rows of a saved source, opened below it.
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { ImportClient, Source } from "../../src/index.ts";
import { renderCard, rowsOf, serve } from "./card.tsx";

const spring = "User Export 2026-04-01";

test("a source opens to its rows, filters them by status, and closes", async () => {
  const server = serve("realistic");
  const user = await renderCard({ fetch: server.fetch });
  const toggle = screen.getByRole("button", { name: "Row results" });
  expect(toggle).toHaveAttribute("aria-expanded", "false");
  expect(toggle).toHaveAccessibleDescription(spring);
  await user.click(toggle);
  expect(toggle).toHaveAttribute("aria-expanded", "true");
  const region = await screen.findByRole("region", { name: `Row results of ${spring}` });
  expect(toggle.getAttribute("aria-controls")).toBe(region.id);
  const table = `Rows of ${spring}`;
  await screen.findByRole("table", { name: table });
  await waitFor(() => expect(rowsOf(table)).toHaveLength(50));

  await user.click(within(region).getByRole("button", { name: "not found 40" }));
  await waitFor(() => expect(rowsOf(table)).toHaveLength(40));
  expect(rowsOf(table)[0]?.at(-1)).toMatch(/^not found /);
  await user.type(within(region).getByRole("searchbox", { name: "Search rows" }), "nobody has this");
  await within(region).findByText("No rows match.");

  await user.click(toggle);
  expect(screen.queryByRole("region", { name: `Row results of ${spring}` })).toBeNull();
  expect(toggle).toHaveFocus();
});

test("a source deleted elsewhere while open is reported, and the focus moves to the heading", async () => {
  const server = serve("realistic");
  const user = await renderCard({ fetch: server.fetch });
  await user.click(screen.getByRole("button", { name: "Row results" }));
  await screen.findByRole("table", { name: `Rows of ${spring}` });
  await server.fetch("/api/developer/applications/app_demo/import-existing-users/sources/src_demo_spring", {
    method: "DELETE",
  });
  await user.click(screen.getByRole("button", { name: /^imported \d+$/ }));
  expect(await screen.findByText(/It had already been deleted\./)).toBeVisible();
  expect(screen.getByRole("heading", { name: "Saved sources" })).toHaveFocus();
  expect(screen.getByText(/Nothing imported yet/)).toBeVisible();
});

test("a server without stored rows offers nothing to open", async () => {
  await renderCard({ fetch: serve("guide-only").fetch });
  expect(screen.getByRole("button", { name: "Delete source" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Row results" })).toBeNull();
});

const may: Source = { id: "1", name: "", createdAt: "2026-05-03T08:00:00Z", counters: null, reactivated: null };

function clientWith(listResults: NonNullable<ImportClient["listResults"]>): ImportClient {
  return {
    listSources: async () => ({ sources: [may], nextCursor: "more", extensions: ["results"] }),
    listResults,
    importUsers: () => Promise.reject(new Error("not used")),
    deleteSource: () => Promise.reject(new Error("not used")),
  };
}

const answers: [string, NonNullable<ImportClient["listResults"]>, RegExp][] = [
  ["none", async () => null, /The server has no rows for this import/],
  ["an empty list", async () => ({ results: [], nextCursor: null }), /The server kept no rows/],
  ["a failure", () => Promise.reject(new Error("test")), /The rows could not be loaded.*Something unexpected happened/],
  ["no answer yet", () => new Promise(() => {}), /Loading the rows/],
];

test.each(answers)("%s is said in words, also of a source without name and numbers", async (_, listResults, words) => {
  const user = await renderCard({ client: clientWith(listResults) });
  await user.click(screen.getByRole("button", { name: "Row results" }));
  const region = await screen.findByRole("region", { name: "Row results of (no name)" });
  await waitFor(() => expect(region).toHaveTextContent(words));
});
