// Stories of the third step: a running import, and its texts while waiting.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, waitFor } from "storybook/test";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../src/index.ts";
import { onCard } from "./setup/card.ts";
import { passTime } from "./setup/clock.ts";
import { exportFile, guideFile } from "./setup/files.ts";
import { noAnswer, retryAfter, serve } from "./setup/portal.ts";

const meta: Meta<ImportExistingUsersProps> = {
  title: "3 Import/Run",
  component: ImportExistingUsers,
};

// Stories with the tag "!test" are shown but not run: test/react/flow.test.tsx and test/browser/failures.test.ts prove the same.
export default meta;
type Story = StoryObj<ImportExistingUsersProps>;

export const Sending: Story = {
  beforeEach: serve("realistic", { failure: noAnswer }),
  play: onCard(async (card) => {
    await card.review(exportFile(10));
    await card.press("Start import");
    await card.findFocusedHeading("Sending 10 users");
    await expect(card.getByRole("progressbar", { name: "Sending 10 users" })).toBeVisible();
    await expect(card.getByLabelText("Source name")).toHaveAttribute("readonly");
    await expect(card.button("Start import")).toHaveAttribute("aria-disabled", "true");
    await expect(card.button("Cancel")).toHaveAccessibleDescription(/Cancel only stops waiting/);
  }),
};

export const WaitingForTheAnswer: Story = {
  beforeEach: serve("realistic", { failure: noAnswer }),
  play: onCard(async (card) => {
    await card.review(guideFile());
    await card.press("Start import");
    await card.findHeading("Sending 2 users");
    passTime(3_000);
    await waitFor(() => expect(card.getByRole("status")).toHaveTextContent("Waiting for the server's answer"));
  }),
};

function tryingAgain(failure: ReturnType<typeof retryAfter>): Story {
  return {
    beforeEach: serve("realistic", { failure }),
    play: onCard(async (card) => {
      await card.review(guideFile());
      await card.press("Start import");
      const line = card.getByRole("status");
      await waitFor(() => expect(line).toHaveTextContent(/trying again \(2 of 4\) in 30 s/));
    }),
  };
}

export const TryingAgainWhenRateLimited = tryingAgain(retryAfter("rate-limited", 30));
export const TryingAgainWhenUnavailable = tryingAgain(retryAfter("unavailable", 30));
export const TryingAgainWhenBusy = tryingAgain(retryAfter("import-in-progress", 30));

export const RepeatedAndImported: Story = {
  tags: ["!test"],
  beforeEach: serve("server-error-once"),
  play: onCard(async (card) => {
    await card.import(guideFile());
    await expect(card.getByText("2 users newly connected")).toBeVisible();
  }),
};

export const LostAnswerAndImportedOnce: Story = {
  tags: ["!test"],
  beforeEach: serve("lost-answer"),
  play: onCard(async (card) => {
    await card.import(guideFile());
    await expect(card.getByText("2 users newly connected")).toBeVisible();
    await waitFor(() => expect(card.getAllByRole("rowheader", { name: "User Export 2026-05-04" })).toHaveLength(1));
  }),
};

export const DoubleClickSendsOnce: Story = {
  tags: ["!test"],
  args: { onImported: fn() },
  beforeEach: serve("realistic"),
  play: onCard(async (card, { onImported }) => {
    await card.review(guideFile());
    const start = card.button("Start import");
    start.click();
    start.click();
    await card.findHeading("Import result");
    await expect(onImported).toHaveBeenCalledOnce();
  }),
};
