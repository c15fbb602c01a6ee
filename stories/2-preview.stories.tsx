// Stories of the second step: the rows as they would be sent, and the start bar.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor } from "storybook/test";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../src/index.ts";
import { onCard } from "./setup/card.ts";
import { exportFile, guideFile, recordsFile, sampleFile } from "./setup/files.ts";
import { serve } from "./setup/portal.ts";

const meta: Meta<ImportExistingUsersProps> = {
  title: "2 Preview/Rows",
  component: ImportExistingUsers,
  beforeEach: serve("empty"),
};

// Stories with the tag "!test" are shown but not run: test/react/review.test.tsx and test/react/flow.test.tsx prove the same.
export default meta;
type Story = StoryObj<ImportExistingUsersProps>;

export const WithProblems: Story = {
  play: onCard(async (card) => {
    await card.review(sampleFile("rows-with-problems.csv"));
    await expect(card.button("All 11")).toHaveAttribute("aria-pressed", "true");
    await expect(card.getAllByText(/Not a valid email address/)[0]).toBeVisible();
    await expect(card.button(/^Download \d+ rows? with problems$/)).toBeEnabled();
    await expect(card.button("Start import")).toHaveAccessibleDescription(
      "11 users of rows-with-problems.csv will be sent to Acme Portal; 5 have problems and will be reported as invalid_row",
    );
  }),
};

export const ProblemsOnly: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    await card.review(sampleFile("rows-with-problems.csv"));
    await card.press("With problems 5");
    await expect(card.getByText("Rows 1–5 of 5")).toBeVisible();
  }),
};

export const DuplicatesOnly: Story = {
  play: onCard(async (card) => {
    await card.review(sampleFile("rows-with-problems.csv"));
    await card.press("Duplicates 1");
    await expect(card.getByText(/Same email as row/)).toBeVisible();
  }),
};

export const RowsWithProblemsHeldBack: Story = {
  tags: ["!test"],
  args: { invalidRows: "skip" },
  play: onCard(async (card) => {
    await card.review(sampleFile("rows-with-problems.csv"));
    await expect(card.button("Start import")).toHaveAccessibleDescription(
      "6 users of rows-with-problems.csv will be sent to Acme Portal; 5 rows with problems are held back",
    );
  }),
};

export const NothingLeftToSend: Story = {
  args: { invalidRows: "skip" },
  play: onCard(async (card) => {
    const wrong = [
      ["user_id", "email"],
      ["legacy_1", "not an address"],
    ];
    await card.review(recordsFile(wrong));
    await expect(card.button("Start import")).toHaveAttribute("aria-disabled", "true");
    await expect(card.getByText(/There are no rows to send\./)).toBeVisible();
  }),
};

export const BlankSourceName: Story = {
  play: onCard(async (card) => {
    await card.review(guideFile());
    await userEvent.clear(card.getByLabelText("Source name"));
    await expect(card.getByLabelText("Source name")).toBeInvalid();
    await expect(card.button("Start import")).toHaveAttribute("aria-disabled", "true");
    await expect(card.button("Start import")).toHaveAccessibleDescription(/Give the source a name\./);
  }),
};

export const SourceNameTooLong: Story = {
  args: { defaultSourceName: "Everything that the old shop knew about its customers ".repeat(4) },
  play: onCard(async (card) => {
    await card.review(guideFile());
    await expect(card.button("Start import")).toHaveAccessibleDescription(/The limit is \d+/);
  }),
};

export const Searched: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    await card.review(exportFile(10));
    await userEvent.type(card.getByRole("searchbox", { name: "Search rows" }), "user.two");
    await expect(await card.findByText("Rows 1–1 of 1")).toBeVisible();
  }),
};

export const SearchedInVain: Story = {
  play: onCard(async (card) => {
    await card.review(guideFile());
    await userEvent.type(card.getByRole("searchbox", { name: "Search rows" }), "nobody");
    await expect(await card.findByText("No rows match.")).toBeVisible();
  }),
};

export const SortedByName: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    await card.review(exportFile(10));
    await card.press("Name");
    await expect(card.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");
  }),
};

export const TenThousandRows: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    await card.review(sampleFile("full-export.csv"));
    await expect(card.getByText("Rows 1–50 of 10,000")).toBeVisible();
    await card.press("Last page");
    await expect(card.getByText("Rows 9,951–10,000 of 10,000")).toBeVisible();
    await expect(card.getByText("Page 200 of 200")).toBeVisible();
  }),
};

export const ByArrowKeys: Story = {
  play: onCard(async (card) => {
    await card.review(sampleFile("rows-with-problems.csv"));
    card.getByRole("searchbox", { name: "Search rows" }).focus();
    await userEvent.tab();
    await waitFor(() => expect(card.button("Correct email in row 3")).toHaveFocus());
    await userEvent.keyboard("{ArrowUp}{ArrowUp}");
    await waitFor(() => expect(card.button("Email")).toHaveFocus());
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    await waitFor(() => expect(card.button("Correct email in row 3")).toHaveFocus());
    await userEvent.tab();
    await expect(card.getByRole("grid", { name: "Preview of the rows" })).not.toContainElement(
      card.root.ownerDocument.activeElement as HTMLElement,
    );
  }),
};
