// Stories of other languages: all texts in German, and some in Arabic, written from right to left.
import type { Decorator, Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../src/index.ts";
import { german } from "../src/react/messages/de.ts";
import { arabic } from "./setup/arabic.ts";
import { type Card, onCard } from "./setup/card.ts";
import { mixedFile, sampleFile } from "./setup/files.ts";
import { serve } from "./setup/portal.ts";
import { expectNoSideways } from "./setup/tours.ts";

const meta: Meta<ImportExistingUsersProps> = {
  title: "6 Around the card/Languages",
  component: ImportExistingUsers,
  beforeEach: serve("realistic"),
};

export default meta;
type Story = StoryObj<ImportExistingUsersProps>;

function inGerman(play: (card: Card) => Promise<void>): Story {
  return { args: { locale: "de", messages: german }, play: onCard(play) };
}

export const GermanIdle = inGerman(async (card) => {
  await expect(await card.findByRole("table", { name: "Gespeicherte Quellen, neueste zuerst" })).toBeVisible();
});

export const GermanReview = inGerman(async (card) => {
  await reviewIn(card, german, sampleFile("rows-with-problems.csv"));
  await expect(card.button("Import starten")).toHaveAccessibleDescription(
    "11 Nutzer aus rows-with-problems.csv werden an Acme Portal gesendet; 5 haben Probleme und werden als invalid_row gemeldet",
  );
});

export const GermanResult = inGerman((card) => importIn(card, german));

export const GermanOnAPhone: Story = {
  ...inGerman(async (card) => {
    await importIn(card, german);
    await expectNoSideways(card);
  }),
  globals: { viewport: { value: "phone" } },
};

export const GermanDialog = inGerman(async (card) => {
  await userEvent.click(await card.findByRole("button", { name: "Quelle löschen" }));
  await waitFor(() => expect(card.getByRole("dialog")).toHaveTextContent(/Entfernt 88 Verbindungen/));
});

const fromRightToLeft: Decorator = (Guest) => (
  <div dir="rtl" lang="ar">
    <Guest />
  </div>
);

function inArabic(play: (card: Card) => Promise<void>): Story {
  return { args: { locale: "ar", messages: arabic }, decorators: fromRightToLeft, play: onCard(play) };
}

export const ArabicIdle = inArabic(async (card) => {
  await expect(card.button("رفع ملف CSV")).toBeVisible();
  await expect(card.getByText(/separated by comma or semicolon/)).toBeVisible();
});

export const ArabicReview = inArabic(async (card) => {
  await reviewIn(card, arabic, sampleFile("rows-with-problems.csv"));
  const { left, right } = card.root.getBoundingClientRect();
  const start = card.button("بدء الاستيراد").getBoundingClientRect();
  await expect(start.left - left).toBeLessThan(right - start.right);
});

export const ArabicMapping = inArabic((card) => reviewIn(card, arabic, sampleFile("crm-export.csv")));

export const ArabicResult = inArabic((card) => importIn(card, arabic));

export const ArabicOnAPhone: Story = {
  ...inArabic(async (card) => {
    await importIn(card, arabic);
    await expectNoSideways(card);
  }),
  globals: { viewport: { value: "phone" } },
};

export const ArabicDialog = inArabic(async (card) => {
  await userEvent.click(await card.findByRole("button", { name: "حذف المصدر" }));
  const dialog = within(await card.findByRole("dialog"));
  await waitFor(() => expect(dialog.getByRole("button", { name: "الاحتفاظ بالمصدر" })).toHaveFocus());
});

type Words = NonNullable<ImportExistingUsersProps["messages"]>;

async function reviewIn(card: Card, { preview }: Words, file: File): Promise<void> {
  await card.choose(file);
  await card.findHeading(preview?.heading ?? "");
}

async function importIn(card: Card, words: Words): Promise<void> {
  await reviewIn(card, words, mixedFile());
  await card.press(words.start?.button ?? "");
  await card.findFocusedHeading(words.result?.heading ?? "");
  await card.findByRole("rowheader", { name: "User Export 2026-05-04" });
}
