// The card as a guest: in pages with styles, directions, words and heading levels of their own.
import type { Decorator, Meta, StoryObj } from "@storybook/react-vite";
import { StrictMode } from "react";
import { expect, fn, screen, within } from "storybook/test";
import { otherAppId } from "../mock-server/index.ts";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../src/index.ts";
import { type Card, onCard } from "./setup/card.ts";
import { guideFile } from "./setup/files.ts";
import { serve } from "./setup/portal.ts";
import strangerStyles from "./setup/stranger.css?inline";
import {
  expectNoSideways,
  showDialog,
  showFailure,
  showIdle,
  showMapping,
  showResult,
  showReview,
} from "./setup/tours.ts";

const meta: Meta<ImportExistingUsersProps> = {
  title: "6 Hosts",
  component: ImportExistingUsers,
  beforeEach: serve("realistic"),
};

export default meta;
type Story = StoryObj<ImportExistingUsersProps>;

const inAStrangersPage: Decorator = (Guest) => (
  <>
    <style>{strangerStyles}</style>
    <Guest />
  </>
);

function strange(play: (card: Card) => Promise<void>): Story {
  return { decorators: inAStrangersPage, play: onCard(play) };
}

export const StrangeStylesIdle = strange(showIdle);
export const StrangeStylesMapping = strange(showMapping);
export const StrangeStylesReview = strange(showReview);
export const StrangeStylesFailure = strange(showFailure);
export const StrangeStylesResult = strange(showResult);
export const StrangeStylesDialog = strange(showDialog);

// Tailwind 3, when its preflight comes after the card's styles: as strong as one class of ours, and later.
const beforePreflight: Decorator = (Guest) => (
  <>
    <style>
      {'button, [type="button"] { appearance: button; background-color: transparent; background-image: none }'}
    </style>
    <Guest />
  </>
);

function preflight(play: (card: Card) => Promise<void>): Story {
  return {
    decorators: beforePreflight,
    play: onCard(async (card) => {
      await play(card);
      for (const button of card.root.querySelectorAll('[data-look="primary"], [data-look="danger"]')) {
        await expect(button).not.toHaveStyle({ backgroundColor: "rgba(0, 0, 0, 0)" });
      }
    }),
  };
}

export const PreflightReview: Story = preflight(showReview);
export const PreflightDialog: Story = preflight(showDialog);

const withLargeText: Decorator = (Guest) => (
  <>
    <style>{":root { font-size: 200% }"}</style>
    <Guest />
  </>
);

export const TextOfDoubleSize: Story = { decorators: withLargeText, play: onCard(showReview) };
export const ResultOfDoubleSize: Story = { decorators: withLargeText, play: onCard(showResult) };

const fromRightToLeft: Decorator = (Guest) => (
  <div dir="rtl">
    <Guest />
  </div>
);

export const RightToLeftIdle: Story = { decorators: fromRightToLeft, play: onCard(showIdle) };
export const RightToLeftMapping: Story = { decorators: fromRightToLeft, play: onCard(showMapping) };
export const RightToLeftReview: Story = { decorators: fromRightToLeft, play: onCard(showReview) };
export const RightToLeftResult: Story = { decorators: fromRightToLeft, play: onCard(showResult) };

const inAColumn: Decorator = (Guest) => (
  <div style={{ inlineSize: "17rem" }}>
    <Guest />
  </div>
);

export const NoRoomForTheCard: Story = {
  decorators: inAColumn,
  play: onCard(async (card) => {
    await showReview(card);
    await expectNoSideways(card);
  }),
};

const besideAnother: Decorator = (Guest) => (
  <div style={{ display: "grid", gap: "2rem" }}>
    <Guest />
    <ImportExistingUsers id="import-other-users" appId={otherAppId} appName="Other Portal" />
  </div>
);

export const TwoCards: Story = {
  decorators: besideAnother,
  play: onCard(async (card) => {
    await card.review(guideFile());
    const other = within(screen.getByRole("region", { name: "Import Existing Users, Other Portal" }));
    await expect(other.queryByRole("heading", { name: /^preview/i })).toBeNull();
    await expect(other.getByRole("button", { name: "Upload CSV" })).toBeVisible();
  }),
};

const inStrictMode: Decorator = (Guest) => (
  <StrictMode>
    <Guest />
  </StrictMode>
);

export const StrictModeSendsOnce: Story = {
  args: { onImported: fn() },
  decorators: inStrictMode,
  play: onCard(async (card, { onImported }) => {
    await card.import(guideFile());
    await expect(onImported).toHaveBeenCalledOnce();
    await expect(await card.findAllByRole("rowheader", { name: "User Export 2026-05-04" })).toHaveLength(1);
  }),
};

export const DeeperInTheOutline: Story = {
  args: { headingLevel: 4 },
  play: onCard(async (card) => {
    await card.import(guideFile());
    await expect(card.getByRole("heading", { level: 4, name: "Import Existing Users" })).toBeVisible();
    await expect(card.getByRole("heading", { level: 5, name: "Import result" })).toBeVisible();
  }),
};

export const OwnWords: Story = {
  args: {
    locale: "de",
    messages: {
      card: { title: "Bestehende Nutzer importieren" },
      file: { upload: "CSV hochladen", sourceName: "Name der Quelle" },
    },
  },
  play: onCard(async (card) => {
    await expect(card.button("CSV hochladen")).toBeVisible();
    await expect(card.getByText(/Up to 10\.000 rows/)).toBeVisible();
  }),
};

export const OwnClassNames: Story = {
  args: { className: "portal-card", classNames: { button: "portal-button", title: "portal-title" } },
  play: onCard(async (card) => {
    await expect(card.root).toHaveClass("ieu-root", "portal-card");
    await expect(card.button("Upload CSV")).toHaveClass("ieu-button", "portal-button");
  }),
};
