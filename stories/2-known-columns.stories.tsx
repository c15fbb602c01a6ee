// Stories of the second step: offers for names, usernames and null texts, and close runners-up.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor } from "storybook/test";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../src/index.ts";
import { onCard } from "./setup/card.ts";
import { textFile } from "./setup/files.ts";
import { serve } from "./setup/portal.ts";

const meta: Meta<ImportExistingUsersProps> = {
  title: "2 Preview/Known columns",
  component: ImportExistingUsers,
  beforeEach: serve("empty"),
};

// Stories with the tag "!test" are shown but not run: test/react/known-columns.test.tsx proves the same.
export default meta;
type Story = StoryObj<ImportExistingUsersProps>;

const usernames = "username,email,name\nada,ada@example.com,Ada Lovelace\nalan,alan@example.com,Alan Turing\n";

export const UserNamesOffered: Story = {
  play: onCard(async (card) => {
    await card.review(textFile(usernames, "usernames.csv"));
    await expect(card.button("Use username as User ID")).toBeEnabled();
    await expect(card.getByRole("combobox", { name: "User ID" })).toBeInvalid();
  }),
};

export const UserNamesUsed: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    await card.review(textFile(usernames, "usernames.csv"));
    await card.press("Use username as User ID");
    await waitFor(() => expect(card.button("Undo")).toHaveFocus());
    await expect(card.getByRole("combobox", { name: "User ID" })).toHaveDisplayValue("username");
    await expect(card.button("Ready 2")).toBeVisible();
  }),
};

const nulls =
  "user_id,email,name,last_login\n1,a@example.com,NULL,Never\n2,b@example.com,Bob,2025-01-05\n3,c@example.com,NULL,Never\n";

export const EmptyTextsOffered: Story = {
  play: onCard(async (card) => {
    await card.review(textFile(nulls, "nulls.csv"));
    await expect(await card.findByRole("group", { name: "Placeholders for empty values" })).toHaveTextContent(
      "NULL, Never appear in 4 cells, first in row 2.",
    );
    await expect(card.button("With problems 2")).toBeVisible();
  }),
};

export const EmptyTextsRead: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    await card.review(textFile(nulls, "nulls.csv"));
    await card.press("Treat as empty");
    await waitFor(() => expect(card.button("Undo")).toHaveFocus());
    await expect(card.button("Ready 3")).toBeVisible();
    await expect(card.queryByRole("cell", { name: "NULL" })).toBeNull();
  }),
};

const threeNames =
  "user_id,email,Title,First name,Last name\n1,ada@example.com,Lady,Ada,Lovelace\n2,alan@example.com,Mr,Alan,Turing\n";

export const OtherColumnsJoined: Story = {
  play: onCard(async (card) => {
    await card.review(textFile(threeNames, "three-names.csv"));
    await card.press("Join First name + Last name → Name");
    await userEvent.selectOptions(card.getByRole("combobox", { name: "Part 3 of the name" }), "Title");
    await expect(card.getByRole("cell", { name: "Ada Lovelace Lady" })).toBeVisible();
    await userEvent.selectOptions(card.getByRole("combobox", { name: "Part 1 of the name" }), "Title");
    await expect(card.getByRole("cell", { name: "Lady Lovelace Ada" })).toBeVisible();
  }),
};

export const HeaderTwice: Story = {
  play: onCard(async (card) => {
    const text = "user,email,name\nuser_id,email,name\n1,a@example.com,Ann\n2,b@example.com,Bob\n";
    await card.review(textFile(text, "header-twice.csv"));
    const header = card.getByRole("combobox", { name: "Header row" });
    await expect(header).toHaveDisplayValue(/^Row [12]: user(_id)?, email, name$/);
    await expect(header).toHaveAccessibleDescription(/next most likely: row [12]/);
  }),
};

export const TwoDelimitersFit: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    const text = "user_id;email;name,since\n1;a@example.com;Ann,2024\n2;b@example.com;Bob,2025\n";
    await card.review(textFile(text, "two-delimiters.csv"));
    await expect(card.getByRole("combobox", { name: "Delimiter" })).toHaveDisplayValue("Semicolon");
  }),
};
