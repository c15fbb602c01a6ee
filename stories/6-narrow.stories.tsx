// Stories of every screen on a phone and at the narrowest width: nothing is cut off or scrolls sideways.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../src/index.ts";
import { type Card, onCard } from "./setup/card.ts";
import { noAnswer, serve } from "./setup/portal.ts";
import {
  expectNoSideways,
  showChecked,
  showDialog,
  showFailure,
  showIdle,
  showMapping,
  showRefusal,
  showResult,
  showReview,
  showSending,
} from "./setup/tours.ts";

const meta: Meta<ImportExistingUsersProps> = {
  title: "6 Around the card/Narrow windows",
  component: ImportExistingUsers,
  beforeEach: serve("realistic"),
};

export default meta;
type Story = StoryObj<ImportExistingUsersProps>;

function at(viewport: "phone" | "narrow", play: (card: Card) => Promise<void>): Story {
  return {
    globals: { viewport: { value: viewport } },
    play: onCard(async (card) => {
      await play(card);
      await expectNoSideways(card);
    }),
  };
}

export const PhoneIdle = at("phone", showIdle);
export const PhoneRefusal = at("phone", showRefusal);
export const PhoneMapping = at("phone", showMapping);
export const PhoneReview = at("phone", showReview);
export const PhoneChecked = at("phone", showChecked);
export const PhoneFailure = at("phone", showFailure);
export const PhoneResult = at("phone", showResult);
export const PhoneDialog = at("phone", showDialog);

export const PhoneSending: Story = {
  ...at("phone", showSending),
  beforeEach: serve("realistic", { failure: noAnswer }),
};

// test/browser/layout.test.ts measures the same screens at this width.
export const NarrowestIdle: Story = { ...at("narrow", showIdle), tags: ["!test"] };
export const NarrowestMapping: Story = { ...at("narrow", showMapping), tags: ["!test"] };
export const NarrowestReview: Story = { ...at("narrow", showReview), tags: ["!test"] };
export const NarrowestResult: Story = { ...at("narrow", showResult), tags: ["!test"] };
export const NarrowestDialog: Story = { ...at("narrow", showDialog), tags: ["!test"] };
