// Checking the users against the accounts: offered only where it is safe, shown in chips and rows, out of date after a change.
import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { createScenario } from "../../mock-server/index.ts";
import {
  type CardProps,
  card,
  expectFocus,
  press,
  renderCard,
  rowsOf,
  serve,
  type TestServer,
  upload,
} from "./card.tsx";

afterEach(() => vi.restoreAllMocks());

// Somebody is known under another name, nobody has the next address, and the last is none.
const file = `user_id,email,name
legacy_1001,user.one@example.com,User One
legacy_1002,user.two@example.com,Somebody Else
legacy_9999,nobody.at.all@example.org,No Body
legacy_5,none,User Five
`;
const table = "Preview of the rows";
const check = () => screen.getByRole("button", { name: "Check against accounts" });
const writes = ({ requests }: TestServer) => requests.filter((request) => !request.startsWith("GET"));

async function checked(props: Partial<CardProps> = {}, text = file) {
  const server = serve("realistic");
  const user = await renderCard({ fetch: server.fetch, ...props });
  await upload(user, text);
  await user.click(await screen.findByRole("button", { name: "Check against accounts" }));
  await screen.findByRole("button", { name: "Check again" });
  await waitFor(() => expect(screen.queryByRole("button", { name: "Stop the check" })).toBeNull());
  return { server, user };
}

test("a check shows the status of each row, and writes nothing", async () => {
  const { server } = await checked();
  expect(writes(server)).toEqual([expect.stringMatching(/^POST .*\/csv\?dryRun=true$/)]);
  expect(rowsOf(table).map(([row, status]) => [row, status])).toEqual([
    ["2", "imported"],
    ["3", expect.stringMatching(/^name mismatchThe account has a different name\./)],
    ["4", "not foundNo LoginSign account has this email yet."],
    ["5", expect.stringMatching(/^invalid row/)],
  ]);
  const said =
    /Checked \d.*, nothing was written\. An import would give: 1 imported, 1 not found, 1 name mismatch, and 1/;
  expect(screen.getByRole("status")).toHaveTextContent(said);
  const bar = screen.getByRole("button", { name: "Start import" }).closest(".ieu-footer");
  expect(bar).toHaveTextContent(said);
});

test("the statuses filter the rows, and a download has the rows of the filter", async () => {
  const { user } = await checked();
  const saved: Blob[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => `blob:${saved.push(blob as Blob)}`);
  const chips = within(screen.getByRole("group", { name: "An import would give" }));
  expect(chips.getByRole("button", { name: "already connected 0" })).toBeDisabled();
  await user.click(chips.getByRole("button", { name: "not found 1" }));
  expect(rowsOf(table).map(([row]) => row)).toEqual(["4"]);
  await user.click(screen.getByRole("button", { name: "Download this row" }));
  expect((await saved[0]?.text())?.replace("\uFEFF", "").split("\r\n").slice(0, 2)).toEqual([
    "user_id,email,name,import_row,import_status,import_problem",
    "legacy_9999,nobody.at.all@example.org,No Body,4,not_found,No LoginSign account has this email yet.",
  ]);
});

test("a person under another name can be corrected in the row, which puts the check out of date until it is undone", async () => {
  const { user } = await checked();
  await user.click(screen.getByRole("button", { name: "name mismatch 1" }));
  await user.click(screen.getByRole("button", { name: "Correct name in row 3" }));
  await user.clear(screen.getByRole("textbox", { name: "Name in row 3" }));
  await user.keyboard("User Two{Enter}");
  expect(screen.getByText("Out of date: 1 row was changed since then. Check again.")).toBeVisible();
  expect(screen.getByRole("status")).toHaveTextContent(/Row 3 is ready\..*Out of date: 1 row was changed/);
  expect(rowsOf(table)[0]?.[1]).toBe("");
  await user.click(screen.getByRole("button", { name: "Undo the correction of name in row 3" }));
  expect(screen.queryByText(/^Out of date/)).toBeNull();
  expect(rowsOf(table)[0]?.[1]).toMatch(/^name mismatch/);
});

test("a row that is left out puts the check out of date", async () => {
  const { user } = await checked();
  await user.click(screen.getByRole("button", { name: "not found 1" }));
  await user.click(screen.getByRole("button", { name: "Leave out this row" }));
  expect(screen.getByText("Out of date: 1 row was changed since then. Check again.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Check again" }));
  await waitFor(() => expect(screen.queryByText(/^Out of date/)).toBeNull());
  expect(screen.getByRole("button", { name: "not found 0" })).toBeVisible();
});

test("where the server offers no dry run, nothing mentions a check, and none is sent", async () => {
  const server = serve("guide-only");
  const user = await renderCard({ fetch: server.fetch, checkBeforeStart: true });
  expect(card()).toHaveTextContent("Nothing is sent before you start the import.");
  await upload(user, file);
  expect(card()).not.toHaveTextContent(/check against|a check/i);
  await user.click(screen.getByRole("button", { name: "Start import" }));
  await screen.findByRole("heading", { name: "Import result" });
  expect(server.requests.filter((request) => request.includes("dryRun"))).toEqual([]);
});

test("where it does, the sentence on privacy names the check", async () => {
  await renderCard({ fetch: serve("realistic").fetch });
  expect(card()).toHaveTextContent("Nothing is sent before a check or the import.");
});

test("a failed check says why, and the import can be started", async () => {
  const { backend } = createScenario("realistic");
  const user = await renderCard({
    async fetch(url, init) {
      if (url.includes("dryRun=true")) return Response.json({ code: "forbidden" }, { status: 403 });
      return backend.fetch(new Request(new URL(url, "http://localhost"), init));
    },
  });
  await upload(user, file);
  await user.click(await screen.findByRole("button", { name: "Check against accounts" }));
  expect(await screen.findByText("The check failed")).toBeVisible();
  expect(
    screen.getByText(/You do not have permission for this application\. .*You can start the import without/),
  ).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Start import" }));
  await expectFocus(await screen.findByRole("heading", { name: "Import result" }));
});

test("a check can be stopped, and the focus is not lost", async () => {
  const server = serve("realistic", { holdsImports: true });
  const user = await renderCard({ fetch: server.fetch });
  await upload(user, file);
  await user.click(await screen.findByRole("button", { name: "Check against accounts" }));
  expect(screen.getByRole("status")).toHaveTextContent("Checking 4 users against the accounts. Nothing is written.");
  expect(check()).toHaveAttribute("aria-disabled", "true");
  await press(user, "Stop the check");
  expect(check()).toHaveFocus();
  expect(check()).not.toHaveAttribute("aria-disabled");
  expect(screen.getByRole("status")).toHaveTextContent("Check stopped. Nothing was written.");
  server.release();
});

test("with checkBeforeStart, Start checks first and says why it stopped", async () => {
  const server = serve("realistic");
  const user = await renderCard({ fetch: server.fetch, checkBeforeStart: true });
  await upload(user, file);
  const start = screen.getByRole("button", { name: "Start import" });
  await user.dblClick(start);
  expect(await screen.findByText(/^Not started yet: 1 not found, 1 name mismatch, and 1 invalid row\./)).toBeVisible();
  expect(start).toHaveFocus();
  await user.click(start);
  await screen.findByRole("heading", { name: "Import result" });
  expect(writes(server).map((request) => request.replace(/^POST .*\//, ""))).toEqual(["csv?dryRun=true", "csv"]);
});

test("with checkBeforeStart, an import in which everybody is found goes on by itself", async () => {
  const server = serve("realistic");
  const user = await renderCard({ fetch: server.fetch, checkBeforeStart: true });
  await upload(user, `user_id,email,name\nlegacy_1001,user.one@example.com,User One\n`);
  await user.click(screen.getByRole("button", { name: "Start import" }));
  expect(await screen.findByText("1 user newly connected")).toBeVisible();
  expect(writes(server)).toHaveLength(2);
});
