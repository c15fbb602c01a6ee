// The main flow as a virtual screen reader says it, compared with the transcript that was read and reviewed.
import type { Page } from "playwright";
import { expect } from "vitest";
import { createGate } from "../gate.ts";
import { holdFiles } from "./card.ts";
import { test } from "./fixture.ts";
import { addScreenReader, listenTo, readAloud, waitForPhrase } from "./screen-reader.ts";

const users = `user_id,email,name
legacy_1001,user.one@example.com,User One
legacy_1002,user.two@,User Two
`;
const file = { name: "users.csv", mimeType: "text/csv", buffer: Buffer.from(users) };

const review = '[data-step="review"]';
const result = '[data-step="result"]';

test("a virtual screen reader says the main flow as its transcript does", async ({ openCard }) => {
  const { page, card, complaints } = await openCard();
  await card.savedSources.waitFor();
  await addScreenReader(page);
  const told: string[] = [];
  const tell = (title: string, lines: readonly string[]) => told.push(`${title}\n\n${lines.join("\n")}\n`);

  tell(
    "READ ALOUD: the page is open",
    await readAloud(page, "#import-existing-users", "1 source", "a check or the import"),
  );
  await card.sourceName.fill("May users");
  const fileEnds = { focus: "heading, Preview and column mapping, level 3", polite: "File read" };
  const letRead = await holdFiles(page);
  const choose = async () => {
    await card.upload(file);
    await waitForPhrase(page, "Reading users.csv, 0% read");
    await letRead();
  };
  tell("SAID: a file is chosen", await listenTo(page, choose, fileEnds));
  tell("READ ALOUD: the file", await readAloud(page, '[data-step="file"]', "Copy diagnostic report"));
  tell("READ ALOUD: the preview", await readAloud(page, review, "Find and replace", "1 email"));
  tell(
    "READ ALOUD: the bar with Start",
    await readAloud(page, ".ieu-footer", "Check against accounts", "Likely cause"),
  );
  const correct = async () => {
    await card.root.getByRole("button", { name: "Correct email in row 3" }).click();
    await card.root.getByRole("textbox", { name: "Email in row 3" }).waitFor();
    await page.keyboard.press("End");
    await page.keyboard.type("example.com");
    await page.keyboard.press("Enter");
    await card.root.getByText("1 cell corrected").waitFor();
  };
  const correctionEnds = { focus: "button, Correct email in row 3", polite: "Row 3 is ready" };
  tell("SAID: the email of row 3 is corrected", await listenTo(page, correct, correctionEnds));
  tell("READ ALOUD: the preview, corrected", await readAloud(page, review, "1 cell corrected"));
  const start = async () => {
    const release = await holdRequests(page, "POST");
    await card.start.click();
    await waitForPhrase(page, "heading, Sending 2 users, level 4");
    await waitForPhrase(page, "Sending to the server");
    release();
  };
  const importEnds = { focus: "heading, Import result, level 3", polite: "Import finished" };
  tell("SAID: the import is started", await listenTo(page, start, importEnds));
  tell("READ ALOUD: the result", await readAloud(page, result, "Undo this import", "Connected to your"));
  tell("READ ALOUD: the saved sources", await readAloud(page, '[data-step="sources"]', "2 sources", "May users"));
  const release = await holdRequests(page, "DELETE");
  const undo = () => card.root.getByRole("button", { name: "Undo this import" }).click();
  tell("SAID: Undo is pressed", await listenTo(page, undo, { focus: "button, Keep source", polite: null }));
  release();
  await page.getByText("Asking the server").waitFor({ state: "detached" });
  tell("READ ALOUD: the dialog", await readAloud(page, "dialog[open]"));
  const remove = () => card.dialog.getByRole("button", { name: "Delete source" }).click();
  const deletionEnds = { focus: "heading, Saved sources, level 3", polite: "May users was deleted" };
  tell("SAID: the source is deleted", await listenTo(page, remove, deletionEnds));
  tell("READ ALOUD: the result, undone", await readAloud(page, result, "This import was undone"));
  tell(
    "READ ALOUD: the saved sources, after it",
    await readAloud(page, '[data-step="sources"]', "1 source", "Dismiss"),
  );

  await expect(withFixedTimes(told.join("\n"))).toMatchFileSnapshot("screen-reader.transcript.txt");
  expect(complaints).toEqual([]);
});

// Keeps the server's answers back, so that what is said meanwhile does not depend on who is faster.
async function holdRequests(page: Page, method: string): Promise<() => void> {
  const gate = createGate();
  await page.route("**/*", async (route) => {
    if (route.request().method() === method) await gate.pass();
    await route.fallback();
  });
  return gate.open;
}

// Those of the server's day and of this run.
function withFixedTimes(text: string): string {
  return text
    .replaceAll(/User Export (?!2026-04-01)\d{4}-\d\d-\d\d/g, "User Export 2026-05-01")
    .replaceAll(/(?!Apr 1,)[A-Z][a-z]{2} \d+, 20\d\d, \d+:\d\d\s[AP]M/g, "May 1, 2026, 9:00 AM")
    .replaceAll(/finished in [\d.]+\s?s/g, "finished in 1 s");
}
