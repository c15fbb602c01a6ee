// More rows than one import takes: in parts, with a pause, with a part that fails, only the first rows, and split.
import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { card, choose, expectFocus, press, renderCard, serve, upload } from "./card.tsx";

const header = "user_id,email\n";
const toRow = (number: number) => `${number},user.${number}@example.com\n`;
const toFile = (rows: number) => header + Array.from({ length: rows }, (_, at) => toRow(at + 1)).join("");

const saved: { readonly name: string; readonly content: Blob }[] = [];

beforeEach(() => {
  saved.length = 0;
  const blobs: Blob[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => `blob:${blobs.push(blob as Blob) - 1}`);
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push({ name: this.download, content: blobs[Number(this.href.split(":").at(-1))] as Blob });
  });
  return () => vi.restoreAllMocks();
});

/** A server whose imports wait until they are let through; `refuse` answers the next one with this status. */
function serveInSteps() {
  const server = serve();
  const waiting: (() => void)[] = [];
  let refused: number | null = null;
  return {
    requests: server.requests,
    async letThrough() {
      await waitFor(() => expect(waiting).not.toEqual([]));
      waiting.shift()?.();
    },
    refuse: (status: number) => {
      refused = status;
    },
    async fetch(url: string, init: RequestInit): Promise<Response> {
      if (init.method !== "POST") return server.fetch(url, init);
      await new Promise<void>((resolve) => waiting.push(resolve));
      const status = refused;
      refused = null;
      return status === null ? server.fetch(url, init) : new Response(null, { status });
    },
  };
}

async function chooseTooMany(user: UserEvent, rows: number): Promise<HTMLElement> {
  await choose(user, new File([toFile(rows)], "users.csv"));
  return screen.findByRole("alert");
}

const sourceNames = () =>
  within(screen.getByRole("table", { name: /Saved sources/ }))
    .getAllByRole("rowheader")
    .map(({ textContent }) => textContent);

test("too many rows are refused with three ways on", async () => {
  const user = await renderCard({ fetch: serve().fetch, maxRows: 2 });
  const alert = await chooseTooMany(user, 5);
  expect(alert).toHaveTextContent("The file has 5 rows. The limit is 2");
  const names = within(alert)
    .getAllByRole("button")
    .map(({ textContent }) => textContent);
  expect(names).toEqual(["Import in 3 parts", "Use the first 2 rows", "Split into 3 files"]);
  expect(alert).toHaveTextContent("3 downloads");
  await user.click(screen.getByRole("button", { name: "Split into 3 files" }));
  await waitFor(() => expect(saved).toHaveLength(3));
  expect(saved.map(({ name }) => name)).toEqual(["users part 1.csv", "users part 2.csv", "users part 3.csv"]);
});

test("all rows are imported in parts, as sources of their own, with one result, and undone together", async () => {
  const onImported = vi.fn();
  const user = await renderCard({ fetch: serve().fetch, maxRows: 2, defaultSourceName: "May", onImported });
  await chooseTooMany(user, 5);
  await user.click(screen.getByRole("button", { name: "Import in 3 parts" }));
  await screen.findByRole("heading", { name: /Preview/ });
  expect(screen.getByText(/will be sent/)).toHaveTextContent("in 3 parts, each saved as a source of its own");
  await user.click(screen.getByRole("button", { name: "Start import" }));
  await screen.findByRole("heading", { name: "Import result" });
  expect(screen.getByText("Saved as 3 sources")).toBeVisible();
  expect(onImported).toHaveBeenCalledOnce();
  expect(onImported.mock.calls[0]?.[0]).toMatchObject({ counters: { total: 5 }, parts: { length: 3 }, rest: null });
  expect(screen.getByRole("button", { name: /^All\s*5/ })).toBeVisible();
  await waitFor(() => expect(sourceNames()).toEqual(["May (3 of 3)", "May (2 of 3)", "May (1 of 3)"]));
  await user.click(screen.getByRole("button", { name: "Undo this import" }));
  const dialog = await screen.findByRole("dialog", { name: "Delete 3 sources?" });
  expect(dialog).toHaveTextContent("One after another: May (3 of 3), May (2 of 3), and May (1 of 3).");
  await user.click(within(dialog).getByRole("button", { name: "Delete sources" }));
  expect(await screen.findByText("This import was undone.")).toBeVisible();
  expect(screen.getByText(/3 sources were deleted/)).toBeVisible();
});

test("the import can pause after a part, and go on", async () => {
  const server = serveInSteps();
  const user = await renderCard({ fetch: server.fetch, maxRows: 2, defaultSourceName: "May" });
  await chooseTooMany(user, 5);
  await user.click(screen.getByRole("button", { name: "Import in 3 parts" }));
  await user.click(await screen.findByRole("button", { name: "Start import" }));
  await screen.findByRole("heading", { name: "Sending 5 users" });
  expect(screen.getByRole("status")).toHaveTextContent("Part 1 of 3: 0 of 5 users sent");
  await press(user, "Pause after this part");
  expect(screen.getByText("The import pauses after this part.")).toBeVisible();
  await server.letThrough();
  await expectFocus(await screen.findByRole("heading", { name: "Paused after part 1 of 3" }));
  expect(screen.getByText(/2 users are saved as/)).toHaveTextContent("May (1 of 3). 3 users are not sent yet.");
  expect(screen.getByRole("status")).toHaveTextContent("Paused after part 1 of 3");
  const leaving = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(leaving);
  expect(leaving.defaultPrevented).toBe(true);
  // Nobody is told to import the file again while the import can go on.
  await waitFor(() => expect(sourceNames()).toEqual(["May (1 of 3)"]));
  await user.click(screen.getByRole("button", { name: "Continue with part 2" }));
  await screen.findByText(/Part 2 of 3: 2 of 5 users sent/);
  await server.letThrough();
  await screen.findByText(/Part 3 of 3: 4 of 5 users sent/);
  expect(screen.queryByRole("button", { name: "Pause after this part" })).toBeNull();
  await server.letThrough();
  await screen.findByRole("heading", { name: "Import result" });
  await waitFor(() => expect(sourceNames()).toEqual(["May (3 of 3)", "May (2 of 3)", "May (1 of 3)"]));
});

test("a part that fails is tried again alone, and what is saved is told", async () => {
  const server = serveInSteps();
  const user = await renderCard({ fetch: server.fetch, maxRows: 2, defaultSourceName: "May" });
  await chooseTooMany(user, 5);
  await user.click(screen.getByRole("button", { name: "Import in 3 parts" }));
  await user.click(await screen.findByRole("button", { name: "Start import" }));
  await server.letThrough();
  await screen.findByText(/Part 2 of 3/);
  server.refuse(403);
  await server.letThrough();
  await screen.findByRole("heading", { name: "Part 2 of 3: You do not have permission for this application" });
  expect(screen.getByText(/2 users are saved as/)).toHaveTextContent("May (1 of 3)");
  expect(screen.queryByText("Nothing was saved.")).toBeNull();
  expect(screen.queryByRole("button", { name: "Back to preview" })).toBeNull();
  expect(screen.getByLabelText("Source name")).toHaveAttribute("readonly");
  await user.click(screen.getByRole("button", { name: "Try part 2 again" }));
  await server.letThrough();
  await screen.findByText(/Part 3 of 3/);
  await server.letThrough();
  await screen.findByRole("heading", { name: "Import result" });
  expect(server.requests.filter((line) => line.startsWith("POST"))).toHaveLength(3);
});

test("an import that is ended between parts names the rows that are left, and imports them next", async () => {
  const server = serveInSteps();
  const user = await renderCard({ fetch: server.fetch, maxRows: 2, defaultSourceName: "May" });
  await chooseTooMany(user, 5);
  await user.click(screen.getByRole("button", { name: "Import in 3 parts" }));
  await user.click(await screen.findByRole("button", { name: "Start import" }));
  await press(user, "Pause after this part");
  await server.letThrough();
  await user.click(await screen.findByRole("button", { name: "Stop here and show the result" }));
  await screen.findByRole("heading", { name: "Import result" });
  expect(screen.getByText("3 rows were not imported")).toBeVisible();
  expect(screen.getByText("Rows 4 to 6.")).toBeVisible();
  expect(screen.getByText("1 of 3 parts were imported")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Download these 3 rows" }));
  expect(await saved[0]?.content.text()).toContain(`${toRow(3).trim()},4`);
  await press(user, "Import the next 3");
  await screen.findByRole("heading", { name: /Preview/ });
  expect(screen.getByText("2 rows above row 4 are not part of this import.")).toBeVisible();
  expect(screen.getByText(/will be sent/)).toHaveTextContent("in 2 parts");
  expect(screen.getByLabelText("Source name")).toHaveValue("May (2)");
});

test("after the first rows the result names the others, and imports or saves them", async () => {
  const user = await renderCard({ fetch: serve().fetch, maxRows: 2, defaultSourceName: "May" });
  await chooseTooMany(user, 5);
  await user.click(screen.getByRole("button", { name: "Use the first 2 rows" }));
  await screen.findByRole("heading", { name: /Preview/ });
  expect(screen.getByText(/Only 2 of 5 rows are imported now/)).toHaveTextContent(
    "Rows 4 to 6 can be imported afterwards.",
  );
  await user.click(screen.getByRole("button", { name: "Start import" }));
  await screen.findByRole("heading", { name: "Import result" });
  expect(screen.getByText("Rows 4 to 6.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Download these 3 rows" }));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.name).toBe("users from row 4.csv");
  expect(await saved[0]?.content.text()).toBe(
    `\uFEFF${header}${toFile(5).slice(toFile(2).length)}`.replaceAll("\n", "\r\n"),
  );
  await press(user, "Import the next 2");
  await screen.findByRole("heading", { name: /Preview/ });
  expect(card()).toHaveTextContent("user.3@example.com");
  expect(card()).not.toHaveTextContent("user.5@example.com");
  await user.click(screen.getByRole("button", { name: "Start import" }));
  await screen.findByText("Row 6.");
  await press(user, "Import the next row");
  await user.click(await screen.findByRole("button", { name: "Start import" }));
  await screen.findByRole("heading", { name: "Import result" });
  await waitFor(() => expect(sourceNames()).toEqual(["May (3)", "May (2)", "May"]));
  expect(screen.queryByText(/not imported/)).toBeNull();
});

test("an import that is ended while a part may have been saved says so", async () => {
  const server = serveInSteps();
  const user = await renderCard({ fetch: server.fetch, maxRows: 2, defaultSourceName: "May" });
  await chooseTooMany(user, 5);
  await user.click(screen.getByRole("button", { name: "Import in 3 parts" }));
  await user.click(await screen.findByRole("button", { name: "Start import" }));
  await server.letThrough();
  await screen.findByText(/Part 2 of 3/);
  await press(user, "Cancel");
  expect(await screen.findByText(/2 users are saved as/)).toHaveTextContent(
    "2 users are saved as May (1 of 3). 2 users were sent as May (2 of 3), without an answer. 1 user is not sent yet.",
  );
  await user.click(await screen.findByRole("button", { name: "Stop here and show the result" }));
  expect(await screen.findByText(/The first of them may have been saved as/)).toHaveTextContent("May (2 of 3)");
});

test("more rows than a page can hold are left to the command line", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await choose(user, new File(["id,email\n", "1,a@b.example\n".repeat(500_001)], "huge.csv"));
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("too many for a browser. Import it with the command line");
  expect(within(alert).queryByRole("button", { name: /^Import in/ })).toBeNull();
  expect(within(alert).getByRole("button", { name: "Use the first 10,000 rows" })).toBeVisible();
});

test("a file within the limit shows nothing of parts", async () => {
  const user = await renderCard({ fetch: serve().fetch, maxRows: 5, defaultSourceName: "May" });
  await upload(user, toFile(5));
  expect(card()).not.toHaveTextContent(/part/i);
  await user.click(screen.getByRole("button", { name: "Start import" }));
  await screen.findByRole("heading", { name: "Import result" });
  expect(card()).not.toHaveTextContent(/\bparts?\b|not imported/i);
});
