// Many rows with problems: grouped by cause, warned of beside Start, asked about when nobody would be imported.
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { card, press, renderCard, rowsOf, serve, type TestServer, upload } from "./card.tsx";

const header = "user_id,email,name,registration_date\n";
const rows = (count: number, toRow: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => toRow(at)).join("");
const good = (count: number) => rows(count, (at) => `id${at},u${at}@example.com,U ${at},2024-01-10\n`);
const withoutEmail = (count: number) => rows(count, (at) => `bad${at},Firma ${at},U ${at},2024-01-10\n`);
const withoutId = (count: number) => rows(count, (at) => `,n${at}@example.com,U ${at},2024-01-10\n`);
const bar = () => screen.getByRole("button", { name: "Start import" }).closest<HTMLElement>(".ieu-footer");
const posts = ({ requests }: TestServer) => requests.filter((request) => request.startsWith("POST"));

async function preview(text: string) {
  const server = serve("realistic");
  const user = await renderCard({ fetch: server.fetch });
  await upload(user, `${header}${text}`);
  return { server, user };
}

test("a clean file shows no causes and no warning", async () => {
  await preview(good(3));
  expect(screen.queryByRole("group", { name: "Show rows by problem" })).toBeNull();
  expect(bar()).not.toHaveTextContent(/Likely cause|have problems/);
});

test("the causes of problems are chips with counts, the most frequent first, and filter the rows", async () => {
  const { user } = await preview(`${good(20)}${withoutEmail(3)}${withoutId(2)}`);
  const chips = within(screen.getByRole("group", { name: "Show rows by problem" })).getAllByRole("button");
  expect(chips.map(({ textContent }) => textContent)).toEqual(["3 emails", "2 without user ID"]);
  await user.click(screen.getByRole("button", { name: "2 without user ID" }));
  expect(rowsOf("Preview of the rows").map(([row]) => row)).toEqual(["25", "26"]);
  expect(screen.getByRole("button", { name: "Download these 2 rows" })).toBeEnabled();
  expect(bar()).not.toHaveTextContent("Likely cause");
});

test("above 30 % the bar with Start warns and names the likely cause", async () => {
  const { server, user } = await preview(`${good(5)}${withoutEmail(4)}${withoutId(1)}`);
  expect(bar()).toHaveTextContent("50% of the rows have problems: 4 emails and 1 without user ID.");
  expect(bar()).toHaveTextContent(
    "Likely cause: email contains values that are not email addresses, for example Firma 0 in row 7. Check the column for Email.",
  );
  await user.click(screen.getByRole("button", { name: "Start import" }));
  await screen.findByRole("heading", { name: "Import result" });
  expect(posts(server)).toHaveLength(1);
  expect(card()).toHaveTextContent("50% of the rows are invalid (invalid_row): 4 emails and 1 without user ID.");
  expect(card()).toHaveTextContent(
    "Likely cause: email contains values that are not email addresses, for example Firma 0 in row 7.",
  );
});

test("with nothing but problems, Start asks once more and sends nothing until it is answered", async () => {
  const { server, user } = await preview(withoutEmail(4));
  const start = screen.getByRole("button", { name: "Start import" });
  await user.click(start);
  const question = await screen.findByRole("alert");
  expect(question).toHaveTextContent("Start an import that imports nobody?");
  expect(question).toHaveTextContent(
    "All 4 rows have problems: 4 emails. Likely cause: email contains values that are not email addresses",
  );
  await waitFor(() => expect(within(question).getByRole("button", { name: "Back to preview" })).toHaveFocus());
  await press(user, "Back to preview");
  expect(screen.getByRole("heading", { name: /^Preview/ })).toHaveFocus();
  expect(screen.queryByRole("alert")).toBeNull();
  expect(posts(server)).toEqual([]);
  await user.dblClick(start);
  await press(user, "Start anyway");
  await screen.findByRole("heading", { name: "Import result" });
  expect(posts(server)).toHaveLength(1);
});

test("where a check found nobody, Start asks once more", async () => {
  const { server, user } = await preview(rows(3, (at) => `id${at},nobody.${at}@nowhere.example,No Body,2024-01-10\n`));
  await user.click(screen.getByRole("button", { name: "Check against accounts" }));
  await screen.findByRole("button", { name: "not found 3" });
  await user.click(screen.getByRole("button", { name: "Start import" }));
  expect(await screen.findByRole("alert")).toHaveTextContent(
    "None of the 3 users would be imported. The check found 3 not found.",
  );
  expect(posts(server).filter((request) => !request.includes("dryRun"))).toEqual([]);
});

test("an empty required column is not recognised", async () => {
  await preview(withoutId(3));
  expect(screen.queryByRole("button", { name: /recognised/ })).toBeNull();
  const select = screen.getByRole("combobox", { name: "User ID" });
  expect(select).toBeInvalid();
  expect(select).toHaveAccessibleDescription(/^the column is empty/);
  expect(screen.getByText("Required columns are empty")).toBeVisible();
  expect(screen.getByRole("link", { name: "User ID is read from user_id, which is empty" })).toBeVisible();
  expect(bar()).toHaveTextContent("Likely cause: user_id, the column for User ID, is empty. Choose another column.");
});
