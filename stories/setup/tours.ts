// Leads to each screen, for the stories that show all of them in another theme, width or page.
import { expect, waitFor } from "storybook/test";
import type { Card } from "./card.ts";
import { mixedFile, sampleFile } from "./files.ts";
import { failWith, refuse } from "./portal.ts";

/** The first screen, with the saved sources loaded. */
export async function showIdle(card: Card): Promise<void> {
  await card.findByRole("table", { name: /saved sources/i });
}

/** A refused file. */
export async function showRefusal(card: Card): Promise<void> {
  await card.choose(sampleFile("users.xlsx"));
  await card.findByRole("alert");
}

/** A file without recognised columns. */
export async function showMapping(card: Card): Promise<void> {
  await card.review(sampleFile("crm-export.csv"));
}

/** A file with recognised columns, the mapping unfolded, and rows with problems. */
export async function showReview(card: Card): Promise<void> {
  await card.review(sampleFile("rows-with-problems.csv"));
  await card.press(/All 5 columns recognised/);
}

/** Rows with the results of a check: all five statuses. */
export async function showChecked(card: Card): Promise<void> {
  await showIdle(card);
  await card.review(mixedFile());
  await card.press("Check against accounts");
  await card.findByRole("group", { name: "An import would give" });
}

/** Users on their way to a server that gives no answer. */
export async function showSending(card: Card): Promise<void> {
  await card.review(sampleFile("guide-example.csv"));
  await card.press("Start import");
  await card.findHeading("Sending 2 users");
}

/** A start that was refused. */
export async function showFailure(card: Card): Promise<void> {
  await showIdle(card);
  failWith(refuse("forbidden"));
  await card.fail(sampleFile("guide-example.csv"), "You do not have permission for this application");
}

/** A result with all five statuses. */
export async function showResult(card: Card): Promise<void> {
  await card.import(mixedFile());
  await card.findByRole("rowheader", { name: "User Export 2026-05-04" });
}

/** The dialog before a source is deleted. */
export async function showDialog(card: Card): Promise<void> {
  await card.press("Delete source");
  await waitFor(() => expect(card.getByRole("dialog")).toHaveTextContent(/Removes \d+ connections/));
}

/** Nothing extends beyond the end of the page: WCAG 2.2, 1.4.10. */
export async function expectNoSideways(card: Card): Promise<void> {
  const { scrollWidth, clientWidth } = card.root.ownerDocument.documentElement;
  await expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
}
