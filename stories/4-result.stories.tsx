// Stories of the fourth step: the result of each row, with counts and explanations.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { demoAccount } from "../mock-server/index.ts";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../src/index.ts";
import { onCard } from "./setup/card.ts";
import { guideFile, mixedFile, recordsFile, sampleFile } from "./setup/files.ts";
import { serve } from "./setup/portal.ts";
import { newStatus, resultOfAnother } from "./setup/worlds.ts";

const meta: Meta<ImportExistingUsersProps> = {
  title: "4 Import result/Result",
  component: ImportExistingUsers,
  beforeEach: serve("realistic"),
};

// Stories with the tag "!test" are shown but not run: test/react/flow.test.tsx, test/react/focus-and-clicks.test.tsx and test/browser/flow.test.ts prove the same.
export default meta;
type Story = StoryObj<ImportExistingUsersProps>;

const statuses = ["imported", "already connected", "not found", "name mismatch", "invalid row"];

export const AllFiveStatuses: Story = {
  play: onCard(async (card) => {
    await card.import(mixedFile());
    const counts = ["3 imported", "2 already connected", "3 not found", "1 name mismatch", "1 invalid row"];
    await expect(card.getByRole("img", { name: /^3 imported, .*, and 1 invalid row$/ })).toBeVisible();
    await expect(card.getByRole("status")).toHaveTextContent(/^Import finished: 3 imported, /);
    await expect(card.button("All 10")).toHaveAttribute("aria-pressed", "true");
    for (const [index, status] of statuses.entries()) {
      await expect(card.button(`${status} ${counts[index]?.split(" ")[0]}`)).toBeEnabled();
    }
    await expect(card.button("Download 2 rows to correct")).toBeEnabled();
  }),
};

export const AllImported: Story = {
  play: onCard(async (card) => {
    await card.import(guideFile());
    await expect(card.getByText("2 users newly connected")).toBeVisible();
    await expect(card.getByText(/finished in 0\.4s/)).toBeVisible();
    await expect(card.button("not found 0")).toBeDisabled();
    await expect(card.queryByRole("button", { name: /to correct$/ })).toBeNull();
  }),
};

export const FilteredByStatus: Story = {
  play: onCard(async (card) => {
    await card.import(mixedFile());
    await card.press("not found 3");
    const table = card.getByRole("table", { name: "Results per row" });
    await expect(within(table).getAllByText("not found")).toHaveLength(3);
    await expect(card.getByText("Rows 1–3 of 3")).toBeVisible();
  }),
};

export const SearchedForOnePerson: Story = {
  play: onCard(async (card) => {
    await card.import(mixedFile());
    await userEvent.type(card.getByRole("searchbox", { name: "Search rows" }), "user.one");
    await expect(await card.findByText("Rows 1–1 of 1")).toBeVisible();
  }),
};

export const RowsWithProblems: Story = {
  play: onCard(async (card) => {
    await card.import(sampleFile("rows-with-problems.csv"));
    await card.press("invalid row 5");
    await expect(card.getAllByText(/Correct it and import the row again/)[0]).toBeVisible();
  }),
};

export const NobodyFound: Story = {
  beforeEach: serve("empty"),
  play: onCard(async (card) => {
    await card.import(guideFile());
    await expect(card.getByText("No users newly connected")).toBeVisible();
    await expect(card.getByText(/100% of your users were not found/)).toBeVisible();
  }),
};

export const NamesOfTheWrongColumn: Story = {
  play: onCard(async (card) => {
    const people = Array.from({ length: 20 }, (_, number) => ["", demoAccount(number + 2).email, "Muster GmbH"]);
    const records = people.map(([, email = "", name = ""], index) => [`legacy_${index}`, email, name]);
    await card.import(recordsFile([["user_id", "email", "name"], ...records]));
    await expect(card.getByText(/of the names do not match/)).toBeVisible();
  }),
};

export const DatesOfAnotherCountry: Story = {
  play: onCard(async (card) => {
    const header = ["user_id", "email", "registration_date"];
    await card.review(recordsFile([header, ["legacy_1", "user.one@example.com", "5/13/24 9:00 PM"]]));
    await card.press("Start import");
    await card.pressByKey("Start anyway");
    await card.findHeading("Import result");
    await expect(card.getByText(/100% of the rows are invalid/)).toBeVisible();
  }),
};

export const HeldBack: Story = {
  tags: ["!test"],
  args: { invalidRows: "skip" },
  play: onCard(async (card) => {
    await card.import(sampleFile("rows-with-problems.csv"));
    await card.press("held back 5");
    await expect(card.getAllByText(/Held back because it has problems/)).toHaveLength(5);
  }),
};

export const CountsOnly: Story = {
  beforeEach: serve("guide-only-lost-answer"),
  play: onCard(async (card) => {
    await card.import(mixedFile());
    await expect(card.getByText(/The server's answer was lost/)).toBeVisible();
    await expect(card.queryByRole("table", { name: "Results per row" })).toBeNull();
    await expect(card.queryByRole("button", { name: /^Download results/ })).toBeNull();
  }),
};

export const ResultsUnclear: Story = {
  beforeEach: serve("realistic", { failure: resultOfAnother }),
  play: onCard(async (card) => {
    await card.import(mixedFile());
    await expect(card.getByText(/does not say reliably which row got which result/)).toBeVisible();
    await expect(card.queryByRole("table", { name: "Results per row" })).toBeNull();
    await expect(card.queryByRole("button", { name: /^Download results/ })).toBeNull();
  }),
};

export const StatusOfALaterVersion: Story = {
  beforeEach: serve("realistic", { failure: newStatus }),
  play: onCard(async (card) => {
    await card.import(guideFile());
    await expect(card.getAllByText("awaiting_consent")[0]).toBeVisible();
  }),
};

export const Undone: Story = {
  play: onCard(async (card) => {
    await card.import(guideFile());
    await waitFor(() => expect(card.getByRole("rowheader", { name: "User Export 2026-05-04" })).toBeVisible());
    await card.press("Undo this import");
    const dialog = within(await card.findByRole("dialog"));
    await dialog.findByText(/2 connections/);
    await userEvent.click(dialog.getByRole("button", { name: "Delete source" }));
    await expect(await card.findByText(/This import was undone/)).toBeVisible();
    await expect(card.getByText(/2 connections removed/)).toBeVisible();
  }),
};

export const AnotherFileAfterwards: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    await card.import(guideFile());
    await card.pressByKey("Import another file");
    await waitFor(() => expect(card.button("Upload CSV")).toHaveFocus());
    await expect(card.getByLabelText("Source name")).toHaveValue("User Export 2026-05-04 (2)");
  }),
};

export const ImportedAgain: Story = {
  play: onCard(async (card) => {
    await card.import(guideFile());
    await card.pressByKey("Import another file");
    await card.import(guideFile());
    await expect(card.button("already connected 2")).toBeEnabled();
    await expect(card.getByText("No users newly connected")).toBeVisible();
  }),
};

export const TenThousandRows: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    await card.import(sampleFile("full-export.csv"));
    await expect(card.getByText("Rows 1–50 of 10,000")).toBeVisible();
  }),
};
