// A file in which every row has a problem, in a real browser: Start asks first, in view and by keyboard.
import { expect } from "vitest";
import { manyUsers } from "./card.ts";
import { test } from "./fixture.ts";

test("every row has a problem: Start asks, a double click answers nothing, and the keyboard does", async ({
  site,
  openCard,
}) => {
  const { card, complaints } = await openCard({ viewport: { width: 1366, height: 650 } });
  await card.savedSources.waitFor();
  await card.review(manyUsers(300, 300));
  await expect.poll(() => card.root.getByRole("button", { name: "300 emails" }).isVisible()).toBe(true);
  const posts = () => site.requests.filter(({ method }) => method === "POST");

  await card.start.dblclick();
  const question = card.root.getByRole("alert").filter({ hasText: "Start an import that imports nobody?" });
  await question.waitFor();
  await expect
    .poll(() => question.innerText())
    .toContain("email contains values that are not email addresses, for example none in row 2");
  await expect
    .poll(async () => {
      const box = await question.boundingBox();
      return box !== null && box.y >= 0 && box.y + box.height <= 650;
    })
    .toBe(true);
  expect(posts()).toEqual([]);

  await question.getByRole("button", { name: "Back to preview" }).press("Enter");
  await question.waitFor({ state: "detached" });
  expect(posts()).toEqual([]);

  await card.start.press("Enter");
  await question.getByRole("button", { name: "Start anyway" }).press("Enter");
  await card.resultHeading.waitFor();
  expect(posts()).toHaveLength(1);
  await expect.poll(() => card.root.getByText(/100% of the rows are invalid .*: 300 emails\./).isVisible()).toBe(true);
  expect(complaints).toEqual([]);
});
