// Stories of the second step: cells corrected in the preview, rows left out, and corrected files that are merged.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor } from "storybook/test";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../src/index.ts";
import { type Card, onCard } from "./setup/card.ts";
import { recordsFile, sampleFile } from "./setup/files.ts";
import { serve } from "./setup/portal.ts";

const meta: Meta<ImportExistingUsersProps> = {
  title: "2 Preview/Corrections",
  component: ImportExistingUsers,
  beforeEach: serve("empty"),
};

// Stories with the tag "!test" are shown but not run: test/react/corrections.test.tsx proves the same.
export default meta;
type Story = StoryObj<ImportExistingUsersProps>;

// Opens a cell with Enter, replaces its text, and presses the given key.
async function retype(card: Card, name: string, text: string): Promise<void> {
  await card.pressByKey(name);
  await userEvent.keyboard(`{Control>}a{/Control}${text}`);
}

export const Editing: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    await card.review(sampleFile("rows-with-problems.csv"));
    await card.pressByKey("Correct email in row 3");
    await waitFor(() => expect(card.getByRole("textbox", { name: "Email in row 3" })).toHaveFocus());
  }),
};

export const StillWrong: Story = {
  play: onCard(async (card) => {
    await card.review(sampleFile("rows-with-problems.csv"));
    await retype(card, "Correct email in row 3", "j.weiss{Enter}");
    const field = card.getByRole("textbox", { name: "Email in row 3" });
    await waitFor(() => expect(field).toHaveFocus());
    await expect(field).toHaveAccessibleDescription(/Not a valid email address.*In the file: j\.weiss@example/);
    await expect(card.getByRole("status")).toHaveTextContent("Row 3, email: Not a valid email address");
  }),
};

export const Corrected: Story = {
  play: onCard(async (card) => {
    await card.review(sampleFile("rows-with-problems.csv"));
    await card.press("With problems 5");
    await retype(card, "Correct email in row 3", "j.weiss@example.com{Tab}");
    await expect(card.getByRole("status")).toHaveTextContent("Row 3 is ready. 4 rows with problems left.");
    await expect(card.getByText(/^1 cell corrected/)).toBeVisible();
    await expect(card.root).toContainElement(document.activeElement as HTMLElement);
  }),
};

export const Undone: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    await card.review(sampleFile("rows-with-problems.csv"));
    await retype(card, "Correct email in row 3", "j.weiss@example.com{Tab}");
    await card.pressByKey("Undo the correction of email in row 3");
    await waitFor(() => expect(card.button("Correct email in row 3")).toHaveFocus());
    await expect(card.getByText("j.weiss@example", { selector: ".ieu-bad-value" })).toBeVisible();
  }),
};

const namesFile = () =>
  recordsFile([
    ["user_id", "email", "first_name", "last_name", "registration_date"],
    ["1", "ada@example", "Ada", "Lovelace", "31.12.2025"],
    ["2", "alan@example.com", "Alan", "Turing", "soon"],
  ]);

export const JoinedNameCorrected: Story = {
  play: onCard(async (card) => {
    await card.review(namesFile());
    await card.press(/^Join first_name/);
    await retype(card, "Correct name in row 2", "Ada King{Tab}");
    await expect(card.getByText("Ada Lovelace", { selector: ".ieu-original bdi" })).toBeVisible();
  }),
};

const ids = { known: "legacy_9001", other: "legacy_1" };
const mendedFile = () =>
  recordsFile(
    [
      ["user_id", "email", "import_row", "import_problem"],
      [ids.known, "j.weiss@example.com", "3", "Email: Not a valid email address"],
      [ids.other, "somebody@example.com", "4", "Registration date: Not a date"],
    ],
    "rows-with-problems mended.csv",
  );

export const FileComesBack: Story = {
  play: onCard(async (card) => {
    await card.review(sampleFile("rows-with-problems.csv"));
    await card.choose(mendedFile());
    await expect(await card.findByRole("alert")).toHaveTextContent(/1 of its rows is not in the preview/);
    await waitFor(() =>
      expect(card.button(/^Apply the corrections of this file to rows-with-problems\.csv \(1 row\)/)).toHaveFocus(),
    );
  }),
};

export const FileMerged: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    await card.review(sampleFile("rows-with-problems.csv"));
    await card.choose(mendedFile());
    await card.findByRole("alert");
    await userEvent.keyboard("{Enter}");
    await expect(card.getByRole("status")).toHaveTextContent("1 row corrected from rows-with-problems mended.csv.");
    await expect(card.getByText(/^1 cell corrected/)).toBeVisible();
  }),
};

export const FileOnItsOwn: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    await card.review(mendedFile());
    await expect(card.getByText(/import_row and import_problem were added then and are ignored/)).toBeVisible();
    await expect(card.button(/recognised · Change/)).toBeVisible();
  }),
};

export const RowsLeftOut: Story = {
  play: onCard(async (card) => {
    await card.review(sampleFile("rows-with-problems.csv"));
    await card.press("With problems 5");
    await card.press("Leave out these 5 rows");
    await expect(card.root).toHaveTextContent(/users of .* will be sent.*; 5 left out/);
    await card.pressByKey("Put back row 3");
    await expect(card.button("Left out 4")).toBeVisible();
    await expect(card.getByRole("status")).toHaveTextContent("1 row put back. 1 row with problems left.");
  }),
};

export const FindAndReplace: Story = {
  play: onCard(async (card) => {
    await card.review(sampleFile("rows-with-problems.csv"));
    await card.press("Find and replace");
    await userEvent.type(card.getByRole("textbox", { name: "Find" }), "@example.com");
    await userEvent.type(card.getByRole("textbox", { name: "Replace with" }), "@example.org");
    const apply = await card.findByRole("button", { name: /^Replace in \d+ cells$/ });
    await expect(card.getByText(/cells would change\./)).toBeVisible();
    await userEvent.click(apply);
    await expect(card.getByText(/replaced by/)).toHaveTextContent(/^@example.com replaced by @example.org in/);
    await expect(card.getByRole("status")).toHaveTextContent(/^Replaced in/);
  }),
};
