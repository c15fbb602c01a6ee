// Stories of the second step: how the file was read, and which column is mapped to which field.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor } from "storybook/test";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../src/index.ts";
import { type Card, onCard } from "./setup/card.ts";
import { guideFile, recordsFile, sampleFile, textFile } from "./setup/files.ts";
import { serve } from "./setup/portal.ts";

const meta: Meta<ImportExistingUsersProps> = {
  title: "2 Preview/Mapping",
  component: ImportExistingUsers,
  beforeEach: serve("empty"),
};

// Stories with the tag "!test" are shown but not run: test/react/review.test.tsx and test/browser/flow.test.ts prove the same.
export default meta;
type Story = StoryObj<ImportExistingUsersProps>;

export const AllRecognised: Story = {
  play: onCard(async (card) => {
    await card.review(guideFile());
    await expect(card.button(/All 5 columns recognised/)).toHaveAttribute("aria-expanded", "false");
    await expect(card.queryByRole("combobox", { name: "Email" })).toBeNull();
    await expect(card.button("Start import")).not.toHaveAttribute("aria-disabled");
    await expect(card.button("Start import")).toHaveAccessibleDescription(
      /^2 users of .+ will be sent to Acme Portal$/,
    );
  }),
};

export const RecognisedAndOpened: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    await card.review(guideFile());
    await card.press(/All 5 columns recognised/);
    await expect(card.getByRole("combobox", { name: "Email" })).toHaveDisplayValue("email");
  }),
};

export const OtherHeaders: Story = {
  play: onCard(async (card) => {
    await card.review(sampleFile("crm-export.csv"));
    const email = card.getByRole("combobox", { name: "Email" });
    await expect(email).toHaveDisplayValue("Kontakt");
    await expect(email).toHaveAccessibleDescription(/guessed 100% of the values are email addresses/);
    await expect(card.getByRole("combobox", { name: "User ID" })).toHaveAccessibleDescription(
      /auto known column name \(other systems\)/,
    );
    await expect(card.button("Start import")).toHaveAttribute("aria-disabled", "true");
    await card.press(/Kontakt: correct$/);
    await expect(card.button("Start import")).not.toHaveAttribute("aria-disabled");
  }),
};

function unknownFile(): File {
  return textFile("Wert;Post;Wer;Firma\nA-1;a.example;Anna;Muster\nA-1;b.example;Ben;Muster\n", "unknown.csv");
}

export const ColumnsMissing: Story = {
  play: onCard(async (card) => {
    await card.review(unknownFile());
    await expect(card.getByText("Required columns are missing")).toBeVisible();
    await expect(card.button("Start import")).toHaveAttribute("aria-disabled", "true");
    await expect(card.getByText(/Choose the column for User ID\. Choose the column for Email\./)).toBeVisible();
    await userEvent.click(card.getByRole("link", { name: "Choose the column for Email" }));
    await waitFor(() => expect(card.getByRole("combobox", { name: "Email" })).toHaveFocus());
  }),
};

export const MappedByHand: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    await card.review(unknownFile());
    await assign(card, "User ID", "Wert");
    await assign(card, "Email", "Post");
    await assign(card, "Name", "Wer");
    await expect(card.queryByText("Required columns are missing")).toBeNull();
    await expect(card.getByText(/^Ignored:/)).toHaveTextContent("Ignored: Firma");
    await expect(card.button("Start import")).not.toHaveAttribute("aria-disabled");
  }),
};

export const ColumnTakenFromAnotherField: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    await card.review(guideFile());
    await card.press(/All 5 columns recognised/);
    await assign(card, "Registration date", "last_login_date");
    await expect(
      card.getByText("last_login_date is now used for Registration date. Last login date needs a column."),
    ).toBeVisible();
  }),
};

export const TwoColumnsLookAlike: Story = {
  play: onCard(async (card) => {
    const records = ["user_id,email,email,name", "1,one@work.example,one@home.example,User One"];
    await card.review(textFile(records.join("\n"), "two-emails.csv"));
    await expect(card.getByRole("combobox", { name: "Email" })).toHaveAccessibleDescription(/several columns match/);
    await expect(card.button("Start import")).toHaveAttribute("aria-disabled", "true");
  }),
};

export const NoHeaderRow: Story = {
  play: onCard(async (card) => {
    await card.review(textFile("legacy_1,user.one@example.com,User One,2024-01-10,2026-04-30\n", "no-header.csv"));
    await expect(card.getByRole("combobox", { name: "Header row" })).toHaveDisplayValue("No header row");
    await expect(card.getByRole("combobox", { name: "Email" })).toHaveAccessibleDescription(/guessed/);
  }),
};

export const RowsAboveTheHeader: Story = {
  play: onCard(async (card) => {
    await card.review(textFile("Export of 2026-05-01,,\n,,\nuser_id,email,name\n1,a@example.com,Ann\n", "title.csv"));
    await expect(card.getByRole("combobox", { name: "Header row" })).toHaveDisplayValue("Row 3: user_id, email, name");
    await expect(card.getByText("2 rows above the header were skipped.")).toBeVisible();
  }),
};

export const SemicolonAndWindows1252: Story = {
  play: onCard(async (card) => {
    await card.review(sampleFile("kunden-excel.csv"));
    await expect(card.getByRole("combobox", { name: "Delimiter" })).toHaveDisplayValue("Semicolon");
    await expect(card.getByRole("combobox", { name: "Encoding" })).toHaveAccessibleDescription(/this is a guess/);
    await expect(card.getByText(/all \d+ rows have 5 columns/)).toBeVisible();
  }),
};

export const ReadAgainByHand: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    await card.review(guideFile());
    await userEvent.selectOptions(card.getByRole("combobox", { name: "Delimiter" }), "Semicolon");
    await waitFor(() =>
      expect(card.getByRole("combobox", { name: "Delimiter" })).toHaveAccessibleDescription("chosen by you"),
    );
    await expect(card.getByText(/2 rows · 1 column /)).toBeVisible();
    await expect(card.button("Start import")).toHaveAttribute("aria-disabled", "true");
  }),
};

export const WrongEncodingByHand: Story = {
  play: onCard(async (card) => {
    await card.review(sampleFile("kunden-excel.csv"));
    await userEvent.selectOptions(card.getByRole("combobox", { name: "Encoding" }), "UTF-8");
    await expect(await card.findByText(/characters could not be read, first in row/)).toBeVisible();
  }),
};

export const ManyColumns: Story = {
  play: onCard(async (card) => {
    const more = Array.from({ length: 30 }, (_, index) => `attribute_${index + 1}`);
    const header = ["user_id", "email", ...more];
    await card.review(recordsFile([header, header.map((name) => (name === "email" ? "a@example.com" : name))]));
    await expect(card.getByText(/^Ignored: /)).toHaveTextContent("and 22 more");
  }),
};

async function assign(card: Card, field: string, column: string): Promise<void> {
  await userEvent.selectOptions(card.getByRole("combobox", { name: field }), column);
}
