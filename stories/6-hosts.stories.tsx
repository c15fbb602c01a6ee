// Stories of the card in host pages with their own styles, directions, texts and heading levels.
import type { Decorator, Meta, StoryObj } from "@storybook/react-vite";
import { type ReactElement, StrictMode } from "react";
import { expect, fn, screen, within } from "storybook/test";
import { otherAppId } from "../mock-server/index.ts";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../src/index.ts";
import { type Card, onCard } from "./setup/card.ts";
import { guideFile } from "./setup/files.ts";
import loud from "./setup/hostile/loud.css?inline";
import oldTheme from "./setup/hostile/old-theme.css?inline";
import revert from "./setup/hostile/revert.css?inline";
import tailwind3 from "./setup/hostile/tailwind-3.css?inline";
import tailwind4 from "./setup/hostile/tailwind-4.css?inline";
import { serve } from "./setup/portal.ts";
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
  title: "6 Around the card/Host pages",
  component: ImportExistingUsers,
  beforeEach: serve("realistic"),
};

export default meta;
type Story = StoryObj<ImportExistingUsersProps>;

function inAPageWith(styles: string): Decorator {
  return (Guest) => (
    <>
      <style>{styles}</style>
      <Guest />
    </>
  );
}

// test/browser/hostile.test.ts compares every style of every element with and without these sheets.
function hostile(styles: string, play: (card: Card) => Promise<void>): Story {
  return {
    decorators: inAPageWith(styles),
    play: onCard(async (card) => {
      await play(card);
      for (const button of card.root.querySelectorAll('[data-look="primary"], [data-look="danger"]')) {
        await expect(button).not.toHaveStyle({ backgroundColor: "rgba(0, 0, 0, 0)" });
      }
    }),
  };
}

export const OldThemeIdle: Story = { ...hostile(oldTheme, showIdle), tags: ["!test"] };
export const OldThemeMapping: Story = { ...hostile(oldTheme, showMapping), tags: ["!test"] };
export const OldThemeReview: Story = { ...hostile(oldTheme, showReview), tags: ["!test"] };
export const OldThemeFailure: Story = { ...hostile(oldTheme, showFailure), tags: ["!test"] };
export const OldThemeResult: Story = { ...hostile(oldTheme, showResult), tags: ["!test"] };
export const OldThemeDialog: Story = { ...hostile(oldTheme, showDialog), tags: ["!test"] };

export const Tailwind3Review: Story = { ...hostile(tailwind3, showReview), tags: ["!test"] };
export const Tailwind3Dialog: Story = { ...hostile(tailwind3, showDialog), tags: ["!test"] };
export const Tailwind4Review: Story = { ...hostile(tailwind4, showReview), tags: ["!test"] };
export const EverythingRevertedReview: Story = { ...hostile(revert, showReview), tags: ["!test"] };
export const LoudPageReview: Story = { ...hostile(loud, showReview), tags: ["!test"] };
export const LoudPageResult: Story = { ...hostile(loud, showResult), tags: ["!test"] };
export const LoudPageDialog: Story = { ...hostile(loud, showDialog), tags: ["!test"] };

const smallRoot = "html { font-size: 62.5% } body { font-size: 1.6rem }";
export const SmallRootReview: Story = {
  decorators: inAPageWith(smallRoot),
  play: onCard(async (card) => {
    await showReview(card);
    await expect(getComputedStyle(card.button("Start import")).fontSize).toBe("14px");
  }),
};

const withLargeText: Decorator = (Guest) => (
  <>
    <style>{":root { font-size: 200% }"}</style>
    <Guest />
  </>
);

// test/browser/preferences.test.ts measures every screen at this size.
export const TextOfDoubleSize: Story = { tags: ["!test"], decorators: withLargeText, play: onCard(showReview) };
export const ResultOfDoubleSize: Story = { tags: ["!test"], decorators: withLargeText, play: onCard(showResult) };

const fromRightToLeft: Decorator = (Guest) => (
  <div dir="rtl">
    <Guest />
  </div>
);

// The Arabic stories run the same screens from right to left.
export const RightToLeftIdle: Story = { tags: ["!test"], decorators: fromRightToLeft, play: onCard(showIdle) };
export const RightToLeftMapping: Story = { tags: ["!test"], decorators: fromRightToLeft, play: onCard(showMapping) };
export const RightToLeftReview: Story = { decorators: fromRightToLeft, play: onCard(showReview) };
export const RightToLeftResult: Story = { tags: ["!test"], decorators: fromRightToLeft, play: onCard(showResult) };

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

// test/browser/start-once.test.ts clicks in StrictMode.
export const StrictModeSendsOnce: Story = {
  tags: ["!test"],
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

function inADialog(Guest: () => ReactElement) {
  return (
    <dialog ref={(dialog) => dialog?.showModal()} aria-label="Import" style={{ maxInlineSize: "60rem", padding: 16 }}>
      <Guest />
    </dialog>
  );
}

export const InAModalDialog: Story = {
  decorators: inADialog as Decorator,
  play: onCard(async (card) => {
    await card.import(guideFile());
    await expect(card.root.closest("dialog")).toBeVisible();
    await card.findByText(/newly connected/);
  }),
};
