// Stories of files in which many rows have problems: grouped by cause, warned of, and asked about before Start.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { demoUser } from "../mock-server/index.ts";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../src/index.ts";
import { onCard } from "./setup/card.ts";
import { recordsFile } from "./setup/files.ts";
import { serve } from "./setup/portal.ts";

const meta: Meta<ImportExistingUsersProps> = {
  title: "2 Preview/Many problems",
  component: ImportExistingUsers,
  beforeEach: serve("realistic"),
};

export default meta;
type Story = StoryObj<ImportExistingUsersProps>;

type Change = (record: string[], index: number) => string[];

// An export of 60 users, changed row by row.
function exported(change: Change): File {
  const records = Array.from({ length: 60 }, (_, index) => {
    const { externalUserId = "", email = "", name = "", registrationDate = "" } = demoUser(index);
    return change([externalUserId, email, name, registrationDate.slice(0, 10)], index);
  });
  return recordsFile([["user_id", "email", "name", "registration_date"], ...records], "export.csv");
}

const withoutEmail: Change = ([id = "", , name = "", date = ""]) => [id, name, name, date];

/** Some problems, by cause. */
export const ByCause: Story = {
  play: onCard(async (card) => {
    const file = exported((record, index) => {
      const [id = "", email = "", name = "", date = ""] = record;
      if (index % 10 === 0) return ["", email, name, date];
      return index % 15 === 1 ? [id, email, name, "31.04.2021"] : record;
    });
    await card.review(file);
    await expect(card.button("6 without user ID")).toBeEnabled();
    await card.press("4 dates");
    await expect(card.getByText("Rows 1–4 of 4")).toBeVisible();
  }),
};

export const AboveThirtyPercent: Story = {
  play: onCard(async (card) => {
    await card.review(exported((record, index) => (index % 2 ? record : withoutEmail(record, index))));
    await expect(card.getByText(/of the rows have problems/)).toBeVisible();
    await expect(card.getByText(/Likely cause:/)).toBeVisible();
  }),
};

export const AskedBeforeStart: Story = {
  play: onCard(async (card) => {
    await card.review(exported(withoutEmail));
    await card.press("Start import");
    await expect(await card.findByRole("alert")).toHaveTextContent(/Start an import that imports nobody\?/);
    await waitFor(() => expect(card.button("Back to preview")).toHaveFocus());
  }),
};

export const EmptyRequiredColumn: Story = {
  play: onCard(async (card) => {
    await card.review(exported(([, email = "", name = "", date = ""]) => ["", email, name, date]));
    await expect(card.getByText("Required columns are empty")).toBeVisible();
    await expect(card.getByRole("combobox", { name: "User ID" })).toBeInvalid();
  }),
};
