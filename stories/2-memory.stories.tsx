// Stories of remembered mappings: used again, listed, forgotten.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../src/index.ts";
import { type Card, onCard } from "./setup/card.ts";
import { recordsFile } from "./setup/files.ts";
import { serve } from "./setup/portal.ts";

const meta: Meta<ImportExistingUsersProps> = {
  title: "2 Preview/Remembered mapping",
  component: ImportExistingUsers,
  args: { persist: true },
  beforeEach() {
    serve("realistic")();
    localStorage.clear();
    return () => localStorage.clear();
  },
};

export default meta;
type Story = StoryObj<ImportExistingUsersProps>;

function crmFile(city = "Stadt"): File {
  return recordsFile([
    ["Konto", "Anschrift", city],
    ["k1", "one@example.com", "Bern"],
    ["k2", "two@example.com", "Biel"],
  ]);
}

async function importByHand(card: Card, file: File): Promise<void> {
  await card.review(file);
  await userEvent.selectOptions(card.getByLabelText("User ID"), "Konto");
  await userEvent.selectOptions(card.getByRole("combobox", { name: "Email" }), "Anschrift");
  await card.press("Start import");
  await card.findHeading("Import result");
  await card.pressByKey("Import another file");
}

export const NothingYet: Story = {
  play: onCard(async (card) => {
    await userEvent.click(await card.findByText("Remembered mappings (0)"));
    await expect(card.getByText(/^Nothing is remembered/)).toBeVisible();
  }),
};

export const UsedAgain: Story = {
  play: onCard(async (card) => {
    await importByHand(card, crmFile());
    await card.review(crmFile());
    await expect(card.getByText(/^Mapping remembered from May 4, 2026/)).toBeVisible();
    await expect(card.button("Start import")).not.toHaveAttribute("aria-disabled");
    await card.press(/recognised/);
    await expect(card.getByLabelText("User ID")).toHaveAccessibleDescription(/remembered/);
  }),
};

export const UsedAgainOnAPhone: Story = { ...UsedAgain, tags: ["!test"], globals: { viewport: { value: "phone" } } };

export const AnotherHeader: Story = {
  play: onCard(async (card) => {
    await importByHand(card, crmFile());
    await card.review(crmFile("Ort"));
    await expect(card.queryByText(/^Mapping remembered/)).toBeNull();
    await expect(card.button("Start import")).toHaveAttribute("aria-disabled", "true");
  }),
};

// test/react/memory.test.tsx forgets one and all of them.
export const Forgotten: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    await importByHand(card, crmFile());
    await card.review(crmFile());
    const note = card.getByText(/^Mapping remembered/);
    await userEvent.click(within(note).getByRole("button", { name: "Forget" }));
    await expect(card.queryByText(/^Mapping remembered/)).toBeNull();
    await waitFor(() => expect(card.getByRole("heading", { name: /^preview/i })).toHaveFocus());
  }),
};

export const AllOfThem: Story = {
  play: onCard(async (card) => {
    await importByHand(card, crmFile());
    await importByHand(card, crmFile("Ort"));
    await userEvent.click(await card.findByText("Remembered mappings (2)"));
    await expect(within(card.getByRole("list", { name: "Remembered mappings" })).getAllByRole("listitem")).toHaveLength(
      2,
    );
    await expect(card.button("Forget all")).toBeVisible();
  }),
};

export const AllForgotten: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    await importByHand(card, crmFile());
    await importByHand(card, crmFile("Ort"));
    await userEvent.click(await card.findByText("Remembered mappings (2)"));
    await card.press("Forget all");
    await waitFor(() => expect(card.getByText("Remembered mappings (0)").closest("summary")).toHaveFocus());
    await expect(localStorage.length).toBe(0);
  }),
};
