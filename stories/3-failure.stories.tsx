// Stories of the third step: each failure with its own texts, and everything kept.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import type { Failure } from "../mock-server/index.ts";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../src/index.ts";
import { onCard } from "./setup/card.ts";
import { passTime } from "./setup/clock.ts";
import { guideFile } from "./setup/files.ts";
import {
  becomeScenario,
  failWith,
  hastyClient,
  impatientClient,
  lostForGood,
  noAnswer,
  refuse,
  retryAfter,
  serve,
} from "./setup/portal.ts";

const meta: Meta<ImportExistingUsersProps> = {
  title: "3 Import/Failures",
  component: ImportExistingUsers,
  args: { client: hastyClient },
  beforeEach: serve("realistic"),
};

export default meta;
type Story = StoryObj<ImportExistingUsersProps>;

/** Starts an import that meets this failure, after the list of saved sources was loaded. */
function failing(failure: Failure, title: string) {
  return {
    play: onCard(async (card) => {
      await card.findByRole("table", { name: /saved sources/i });
      failWith(failure);
      await card.fail(guideFile(), title);
      await waitFor(() => expect(card.getByRole("heading", { name: title })).toHaveFocus());
      await expect(card.getByLabelText("Source name")).toHaveValue("User Export 2026-05-04");
      await expect(card.getByRole("heading", { name: /^preview/i })).toBeVisible();
    }),
  } satisfies Story;
}

// test/react/failures.test.tsx goes through the texts of every failure.
export const SignedOut: Story = failing(refuse("unauthenticated"), "You are signed out");
export const NoPermission: Story = {
  ...failing(refuse("forbidden"), "You do not have permission for this application"),
  tags: ["!test"],
};
export const ApplicationNotFound: Story = {
  ...failing(refuse("application-not-found"), "The application was not found"),
  tags: ["!test"],
};
export const TooLarge: Story = failing(refuse("payload-too-large"), "The file is too large for the server");
export const TooManyUsers: Story = {
  ...failing(refuse("too-many-users"), "Too many users for one import"),
  tags: ["!test"],
};
export const NotAccepted: Story = {
  ...failing(refuse("invalid-request"), "The server did not accept the request"),
  tags: ["!test"],
};
export const FormNotTaken: Story = {
  ...failing(refuse("unsupported-media-type"), "The server does not accept this request format"),
  tags: ["!test"],
};
export const NotUnderstood: Story = {
  ...failing(refuse("malformed"), "The server could not read the request"),
  tags: ["!test"],
};
export const KeyReused: Story = {
  ...failing(refuse("idempotency-key-reused"), "The server already has a different import under this request"),
  tags: ["!test"],
};
export const ServerError: Story = { ...failing(refuse("internal"), "The server had a problem"), tags: ["!test"] };
export const Unavailable: Story = {
  ...failing(refuse("unavailable"), "The server is not available right now"),
  tags: ["!test"],
};
export const SourceDeletedMeanwhile: Story = {
  ...failing(refuse("source-deleted"), "The source of this import was deleted"),
  tags: ["!test"],
};

// Longer than the client waits by itself, so that the person has to be told.
export const RateLimited: Story = failing(retryAfter("rate-limited", 240), "Too many requests right now");
export const Busy: Story = {
  ...failing(retryAfter("import-in-progress", 240), "Another import for this application is running"),
  tags: ["!test"],
};

export const RateLimitIsOver: Story = {
  play: onCard(async (card) => {
    failWith(retryAfter("rate-limited", 240));
    await card.fail(guideFile(), "Too many requests right now");
    const retry = card.button("Try again");
    await expect(retry).toHaveAttribute("aria-disabled", "true");
    await expect(retry).toHaveAccessibleDescription("You can try again in 4 min");
    passTime(240_000);
    await expect(await card.findByText("You can try again now.")).toBeVisible();
    becomeScenario("realistic");
    await card.press("Try again");
    await card.findHeading("Import result");
  }),
};

export const HtmlAnswer: Story = failing(
  {
    description: "A sign-in page answers.",
    methods: ["POST"],
    answer: () => new Response("<!doctype html><title>Sign in</title>", { headers: { "Content-Type": "text/html" } }),
  },
  "The server's answer was not what we expected",
);

export const Offline: Story = failing(
  { description: "Nothing gets through.", answer: () => Promise.reject(new Error("offline")) },
  "The server could not be reached",
);

export const TimedOut: Story = {
  args: { client: impatientClient },
  ...failing(noAnswer, "The server did not answer in time"),
};

export const MayHaveBeenSaved: Story = {
  beforeEach: serve("guide-only"),
  play: onCard(async (card) => {
    await card.findByRole("table", { name: /saved sources/i });
    failWith(lostForGood());
    await card.fail(guideFile(), "The server could not be reached");
    await expect(card.getByText(/Check Saved sources before you try again/)).toBeVisible();
    becomeScenario("guide-only");
    await card.press("Check Saved sources");
    await waitFor(() => expect(card.getByRole("heading", { name: "Saved sources" })).toHaveFocus());
    await card.findByRole("rowheader", { name: "User Export 2026-05-04" });
  }),
};

export const Cancelled: Story = {
  beforeEach: serve("realistic", { failure: noAnswer }),
  play: onCard(async (card) => {
    await card.review(guideFile());
    await card.press("Start import");
    await card.pressByKey("Cancel");
    await expect(await card.findHeading("You cancelled the import")).toBeVisible();
  }),
};

export const CancelledAndBackToTheColumns: Story = {
  beforeEach: serve("realistic", { failure: noAnswer }),
  play: onCard(async (card) => {
    await card.review(guideFile());
    await card.press("Start import");
    await card.pressByKey("Cancel");
    await card.press("Back to preview");
    await expect(card.getByText(/may have been saved\. Check Saved sources before you start again/)).toBeVisible();
    await expect(card.button("Start import")).not.toHaveAttribute("aria-disabled");
  }),
};

export const RetriedAfterSigningIn: Story = {
  play: onCard(async (card) => {
    failWith(refuse("unauthenticated"));
    await card.fail(guideFile(), "You are signed out");
    becomeScenario("realistic");
    await card.press("Try again");
    await card.findHeading("Import result");
  }),
};
