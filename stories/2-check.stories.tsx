// Stories of the check against the accounts: offered, running, done, out of date, failed, and before a start.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, within } from "storybook/test";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../src/index.ts";
import { onCard } from "./setup/card.ts";
import { exportFile, guideFile, mixedFile } from "./setup/files.ts";
import { hastyClient, noAnswer, refuse, retryAfter, serve } from "./setup/portal.ts";
import { showChecked, showIdle } from "./setup/tours.ts";

const meta: Meta<ImportExistingUsersProps> = {
  title: "2 Preview/Check against accounts",
  component: ImportExistingUsers,
  beforeEach: serve("realistic"),
};

export default meta;
type Story = StoryObj<ImportExistingUsersProps>;

export const Checked: Story = {
  play: onCard(async (card) => {
    await showChecked(card);
    const chips = within(card.getByRole("group", { name: "An import would give" }));
    for (const chip of ["imported 3", "already connected 2", "not found 3", "name mismatch 1", "invalid row 1"]) {
      await expect(chips.getByRole("button", { name: chip })).toBeEnabled();
    }
    await expect(card.getByRole("status")).toHaveTextContent(/nothing was written\. An import would give: 3 imported/);
  }),
};

export const FilteredByStatus: Story = {
  play: onCard(async (card) => {
    await showChecked(card);
    await card.press("not found 3");
    await expect(card.getByText("Rows 1–3 of 3")).toBeVisible();
    await expect(card.button("Download these 3 rows")).toBeEnabled();
  }),
};

export const OutOfDate: Story = {
  play: onCard(async (card) => {
    await showChecked(card);
    await card.press("not found 3");
    await card.press("Leave out these 3 rows");
    await expect(card.getByText("Out of date: 3 rows were changed since then. Check again.")).toBeVisible();
    await expect(card.button("Start import")).not.toHaveAttribute("aria-disabled");
  }),
};

export const Checking: Story = {
  beforeEach: serve("realistic", { failure: noAnswer }),
  play: onCard(async (card) => {
    await showIdle(card);
    await card.review(exportFile(10));
    await card.press("Check against accounts");
    await expect(card.getByRole("progressbar", { name: "Checking 10 users against the accounts" })).toBeVisible();
    await expect(card.button("Stop the check")).toBeVisible();
    await expect(card.button("Start import")).not.toHaveAttribute("aria-disabled");
  }),
};

export const TryingAgain: Story = {
  beforeEach: serve("realistic", { failure: retryAfter("rate-limited", 30) }),
  play: onCard(async (card) => {
    await showIdle(card);
    await card.review(exportFile(10));
    await card.press("Check against accounts");
    await expect(await card.findByText(/trying again \(2 of 4\) in 30 s/)).toBeVisible();
  }),
};

export const Failed: Story = {
  args: { client: hastyClient },
  beforeEach: serve("realistic", { failure: refuse("unavailable") }),
  play: onCard(async (card) => {
    await showIdle(card);
    await card.review(guideFile());
    await card.press("Check against accounts");
    await expect(await card.findByText("The check failed")).toBeVisible();
    await expect(card.getByText(/You can start the import without a check/)).toBeVisible();
    await expect(card.button("Start import")).not.toHaveAttribute("aria-disabled");
  }),
};

export const BeforeTheStart: Story = {
  args: { checkBeforeStart: true },
  play: onCard(async (card) => {
    await showIdle(card);
    await card.review(mixedFile());
    await card.press("Start import");
    await expect(
      await card.findByText(/^Not started yet: 3 not found, 1 name mismatch, and 1 invalid row/),
    ).toBeVisible();
    await card.press("Start import");
    await card.findHeading("Import result");
  }),
};

export const NotOffered: Story = {
  beforeEach: serve("guide-only"),
  args: { checkBeforeStart: true },
  play: onCard(async (card) => {
    await showIdle(card);
    await card.review(guideFile());
    await expect(card.queryByRole("button", { name: "Check against accounts" })).toBeNull();
    await card.press("Start import");
    await card.findHeading("Import result");
  }),
};
