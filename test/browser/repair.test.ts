// Repairs a file in the built demo before its import: rows left out, in no request and listed on the result.
import { expect } from "vitest";
import { cardOn, type Upload } from "./card.ts";
import { test } from "./fixture.ts";

function csv(name: string, text: string): Upload {
  return { name, mimeType: "text/csv", buffer: Buffer.from(text) };
}

test("rows left out by filter are in no request, and are listed on the result", async ({ site, openPage }) => {
  const { page, complaints } = await openPage(site.cardUrl);
  const card = cardOn(page);
  const rows = Array.from({ length: 40 }, (_, row) => `${row},user${row % 36}@example.net,User ${row}\n`);
  await card.review(csv("doubles.csv", `user_id,email,name\n${rows.join("")}`));
  await card.root.getByRole("button", { name: "Duplicates 4" }).click();
  await card.root.getByRole("button", { name: "Leave out these 4 rows" }).click();
  expect(await card.root.getByText("36 users will be sent to Acme Portal; 4 left out").isVisible()).toBe(true);
  await card.start.click();
  await card.resultHeading.waitFor();
  const saved = (await site.livingWorld()).sources?.find(({ counters }) => counters.total === 36);
  expect(saved).toBeDefined();
  await card.root.getByRole("button", { name: /left out/ }).click();
  expect(await card.root.getByText("Left out in the preview and not sent.").count()).toBe(4);
  expect(complaints).toEqual([]);
});
