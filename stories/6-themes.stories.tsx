// Stories of every screen in the dark theme, and of the card that follows the system.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../src/index.ts";
import { type Card, onCard } from "./setup/card.ts";
import { noAnswer, serve } from "./setup/portal.ts";
import {
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
import { createWorldWithRows } from "./setup/worlds.ts";

const meta: Meta<ImportExistingUsersProps> = {
  title: "6 Around the card/Themes",
  component: ImportExistingUsers,
  beforeEach: serve("realistic"),
};

export default meta;
type Story = StoryObj<ImportExistingUsersProps>;

function dark(play: (card: Card) => Promise<void>): Story {
  return { args: { theme: "dark" }, parameters: { page: "dark" }, play: onCard(play) };
}

export const DarkIdle = dark(showIdle);
export const DarkRefusal = dark(showRefusal);
export const DarkMapping = dark(showMapping);
export const DarkReview = dark(showReview);
export const DarkChecked = dark(showChecked);
export const DarkFailure = dark(showFailure);
export const DarkResult = dark(showResult);
export const DarkDialog = dark(showDialog);

export const DarkSending: Story = {
  ...dark(showSending),
  beforeEach: serve("realistic", { failure: noAnswer }),
};

export const DarkSourceRows: Story = {
  ...dark(async (card) => {
    await card.press("Row results");
    await card.findByRole("table", { name: /^Rows of/ });
  }),
  beforeEach: serve("empty", { world: () => createWorldWithRows(10) }),
};

export const DarkCardInALightPage: Story = { args: { theme: "dark" }, play: onCard(showReview) };
export const LightCardInADarkPage: Story = { parameters: { page: "dark" }, play: onCard(showResult) };

export const LikeTheSystem: Story = { args: { theme: "auto" }, parameters: { page: "auto" }, play: onCard(showResult) };

export const AnotherAccent: Story = {
  args: { style: { "--ieu-accent": "#0f766e", "--ieu-accent-soft": "#e6f4f2" } as React.CSSProperties },
  play: onCard(async (card) => {
    await showReview(card);
    await expect(card.button("Start import")).toHaveStyle({ backgroundColor: "rgb(15, 118, 110)" });
  }),
};
