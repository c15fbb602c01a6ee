// Stories of the custom element for pages without React: its attributes, properties and events.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { createElement } from "react";
import { expect, fn, waitFor } from "storybook/test";
import { defineImportExistingUsers, type ImportExistingUsersElement } from "../src/element/index.ts";
import type { ImportExistingUsersProps } from "../src/index.ts";
import { german } from "../src/react/messages/de.ts";
import { onCard } from "./setup/card.ts";
import { guideFile } from "./setup/files.ts";
import { serve } from "./setup/portal.ts";

defineImportExistingUsers();

const meta: Meta<ImportExistingUsersProps> = {
  title: "6 Around the card/Element",
  beforeEach: serve("realistic"),
  render: ({ appId, appName, theme, locale, messages, onImported }) =>
    createElement("import-existing-users", {
      "app-id": appId,
      "app-name": appName,
      theme,
      locale,
      // React 19 sets known members as properties, and adds listeners for props that begin with "on".
      messages,
      "onieu-imported": onImported,
    }),
};

export default meta;
type Story = StoryObj<ImportExistingUsersProps>;

type Play = Parameters<typeof onCard>[0];

// The element renders the card asynchronously after its attributes are set.
function onElement(play: Play): ReturnType<typeof onCard> {
  return async ({ args, canvasElement }) => {
    const element = canvasElement.querySelector<ImportExistingUsersElement>("import-existing-users");
    await waitFor(() => expect(element?.shadowRoot?.querySelector("tbody")).toBeTruthy());
    await onCard(play)({ args, canvasElement });
  };
}

export const Idle: Story = {
  play: onElement(async (card) => {
    await expect(card.button("Upload CSV")).toBeVisible();
  }),
};

export const Imported: Story = {
  args: { onImported: fn() },
  play: onElement(async (card, { onImported }) => {
    await card.review(guideFile());
    await card.press("Start import");
    await card.findHeading("Import result");
    await expect(onImported).toHaveBeenCalledOnce();
  }),
};

export const DarkAndGerman: Story = {
  args: { theme: "dark", locale: "de", messages: german },
  parameters: { page: "dark" },
  play: onElement(async (card) => {
    await expect(card.root).toHaveAttribute("data-theme", "dark");
    await expect(card.button("CSV hochladen")).toBeVisible();
  }),
};
