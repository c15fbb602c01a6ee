// The rows of a saved source, opened below it.
import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { ImportClient, Source } from "../../src/index.ts";
import { expectFocus, guideFile, press, renderCard, rowsOf, serve, upload } from "./card.tsx";

afterEach(() => vi.restoreAllMocks());

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
  expect(rowsOf(table)[0]?.[1]).toMatch(/^not found /);
  await user.type(within(region).getByRole("searchbox", { name: "Search rows" }), "nobody has this");
  await within(region).findByText("No rows match.");

  await user.click(toggle);
  expect(screen.queryByRole("region", { name: `Row results of ${spring}` })).toBeNull();
  expect(toggle).toHaveFocus();
});

function page(from: number, to: number, nextCursor: string | null) {
  const results = Array.from({ length: to - from }, (_, at) => ({
    index: from + at,
    externalUserId: `id${from + at}`,
    email: `user${from + at}@example.com`,
    status: at % 2 ? "imported" : "not_found",
    connectionId: null,
    code: null,
    field: null,
    warnings: [],
  }));
  return { results, nextCursor };
}

test("a search and a download cover all rows, which are loaded for it", async () => {
  const saved: Blob[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => `blob:${saved.push(blob as Blob)}`);
  const listResults = vi.fn(async (_: string, { cursor }: { cursor?: string | undefined } = {}) =>
    cursor === undefined ? page(0, 100, "1") : cursor === "1" ? page(100, 200, "2") : page(200, 250, null),
  );
  const user = await renderCard({ client: clientWith(listResults) });
  await user.click(screen.getByRole("button", { name: "Row results" }));
  const region = within(await screen.findByRole("region", { name: "Row results of (no name)" }));
  await region.findByText(/^The first 100 rows are loaded\. Search, sorting and downloads load the others\.$/);
  await user.type(region.getByRole("searchbox", { name: "Search rows" }), "user249@");
  await region.findByText("Rows 1–1 of 1");
  expect(listResults).toHaveBeenCalledTimes(3);
  await user.click(region.getByRole("button", { name: "Download results (250 rows)" }));
  await waitFor(() => expect(saved).toHaveLength(1));
  const lines = (await saved[0]?.text())?.replace("\uFEFF", "").trim().split("\r\n");
  expect(lines).toHaveLength(251);
  expect(lines?.slice(0, 2)).toEqual([
    "import_row,user_id,email,import_status,import_problem",
    "1,id0,user0@example.com,not_found,No LoginSign account has this email yet.",
  ]);
});

test("a download of rows that are loaded in part loads the others first", async () => {
  const saved: Blob[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => `blob:${saved.push(blob as Blob)}`);
  const listResults = async (_: string, { cursor }: { cursor?: string | undefined } = {}) =>
    cursor === undefined ? page(0, 100, "1") : page(100, 130, null);
  const user = await renderCard({ client: clientWith(listResults) });
  await user.click(screen.getByRole("button", { name: "Row results" }));
  await user.click(await screen.findByRole("button", { name: "Download results" }));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect((await saved[0]?.text())?.trim().split("\r\n")).toHaveLength(131);
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
  await expectFocus(screen.getByRole("heading", { name: "Saved sources" }));
  expect(screen.getByText(/Nothing imported yet/)).toBeVisible();
});

test("a server without stored rows offers nothing to open", async () => {
  await renderCard({ fetch: serve("guide-only").fetch });
  expect(screen.getByRole("button", { name: "Delete source" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Row results" })).toBeNull();
});

const guideUsers = ["User One", "User Two"];

test.each([
  ["where the server tells them", undefined],
  ["where it does not, of an import of this page", ["results"] as const],
])("names are shown, found and saved %s", async (_, extensions) => {
  const saved: Blob[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => `blob:${saved.push(blob as Blob)}`);
  const user = await renderCard({ fetch: serve("empty", { extensions }).fetch });
  await upload(user, guideFile);
  await press(user, "Start import");
  await screen.findByRole("heading", { name: "Import result" });
  await user.click(await screen.findByRole("button", { name: "Row results" }));
  const table = await screen.findByRole("table", { name: /^Rows of User Export/ });
  for (const name of guideUsers) expect(within(table).getByRole("cell", { name })).toBeVisible();
  const region = within(screen.getByRole("region", { name: /^Row results of/ }));
  await user.type(region.getByRole("searchbox", { name: "Search rows" }), "user two");
  await region.findByText("Rows 1–1 of 1");
  await user.click(region.getByRole("button", { name: "Download results (2 rows)" }));
  await waitFor(() => expect(saved).toHaveLength(1));
  const [header, first] = (await saved[0]?.text())?.replace("\uFEFF", "").split("\r\n") ?? [];
  expect(header).toBe("import_row,user_id,email,name,import_status,import_problem");
  expect(first).toMatch(/^1,legacy_1001,user\.one@example\.com,User One,not_found,/);
});

test("a source of another page has no column for names where the server tells none", async () => {
  const server = serve("realistic", { extensions: ["results"] });
  const user = await renderCard({ fetch: server.fetch });
  await user.click(screen.getByRole("button", { name: "Row results" }));
  const table = await screen.findByRole("table", { name: `Rows of ${spring}` });
  expect(within(table).queryByRole("columnheader", { name: "Name" })).toBeNull();
  expect(server.requests.filter((one) => one.includes("include"))).toEqual([]);
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
