// Stories with very long names and addresses.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../src/index.ts";
import { type Card, onCard } from "./setup/card.ts";
import { recordsFile } from "./setup/files.ts";
import { serve } from "./setup/portal.ts";
import { expectNoSideways } from "./setup/tours.ts";
import { createWorldWithName } from "./setup/worlds.ts";

const sourceName = "Everything_that_the_old_shop_knew_about_its_customers_before_the_move_".repeat(2);

const meta: Meta<ImportExistingUsersProps> = {
  title: "6 Around the card/Long content",
  component: ImportExistingUsers,
  args: { appName: "Donaudampfschifffahrtsgesellschaftskapitänsverwaltung" },
  beforeEach: serve("realistic", { world: () => createWorldWithName(sourceName) }),
};

export default meta;
type Story = StoryObj<ImportExistingUsersProps>;

const email = `${"a.very.long.mailbox.".repeat(3)}x@${"department.".repeat(14)}example.com`;
const fullName = "Pablo Diego José Francisco de Paula Juan Nepomuceno María de los Remedios Cipriano Ruiz y Picasso";
const header = "identifier_of_the_customer_in_the_system_that_was_replaced_in_the_year_before_last";

function longFile(): File {
  const fileName = `${"export_of_all_customers_".repeat(6)}.csv`;
  return recordsFile(
    [
      [header, "email", "name"],
      ["legacy_".repeat(20), email, fullName],
      ["2", `${email}@`, "Ko"],
    ],
    fileName,
  );
}

async function reviewLong(card: Card): Promise<void> {
  await card.review(longFile());
  const columns = card.getByRole("combobox", { name: "User ID" });
  // Its name is cut.
  await userEvent.selectOptions(columns, within(columns).getByRole("option", { name: `${header.slice(0, 60)}…` }));
  await expectNoSideways(card);
}

export const Review: Story = { play: onCard(reviewLong) };

export const ReviewOnAPhone: Story = { globals: { viewport: { value: "phone" } }, play: onCard(reviewLong) };

export const Result: Story = {
  args: { defaultSourceName: `${sourceName}2` },
  play: onCard(async (card) => {
    await reviewLong(card);
    await card.press("Start import");
    await card.findFocusedHeading("Import result");
    await expectNoSideways(card);
  }),
};

export const Sources: Story = {
  play: onCard(async (card) => {
    await card.findByRole("rowheader", { name: sourceName });
    await expectNoSideways(card);
  }),
};

export const SourcesOnAPhone: Story = { globals: { viewport: { value: "phone" } }, ...Sources };

export const Dialog: Story = {
  globals: { viewport: { value: "phone" } },
  play: onCard(async (card) => {
    await card.findByRole("rowheader", { name: sourceName });
    const [first] = card.getAllByRole("button", { name: "Delete source" });
    if (first) await userEvent.click(first);
    await expect(await card.findByRole("dialog")).toBeVisible();
    await expectNoSideways(card);
  }),
};
