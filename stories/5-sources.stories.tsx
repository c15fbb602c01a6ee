// Stories of the last step: the list of saved sources, and deleting them.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, waitFor, within } from "storybook/test";
import { demoAppId } from "../mock-server/index.ts";
import { createImportClient, ImportExistingUsers, type ImportExistingUsersProps } from "../src/index.ts";
import { type Card, onCard } from "./setup/card.ts";
import { guideFile } from "./setup/files.ts";
import { becomeScenario, failWith, hastyClient, noAnswer, refuse, serve } from "./setup/portal.ts";
import { createWorldWithDeltas, createWorldWithName, createWorldWithSources } from "./setup/worlds.ts";

const meta: Meta<ImportExistingUsersProps> = {
  title: "5 Saved sources/List",
  component: ImportExistingUsers,
  beforeEach: serve("realistic"),
};

// Stories with the tag "!test" are shown but not run: test/react/sources.test.tsx proves the same.
export default meta;
type Story = StoryObj<ImportExistingUsersProps>;

const spring = "User Export 2026-04-01";

export const Empty: Story = {
  beforeEach: serve("empty"),
  play: onCard(async (card) => {
    await expect(await card.findByText(/Nothing imported yet/)).toBeVisible();
  }),
};

export const Loading: Story = {
  beforeEach: serve("realistic", { failure: { ...noAnswer, methods: ["GET"] } }),
  play: onCard(async (card) => {
    await expect(card.getByText("Loading saved sources…")).toBeVisible();
  }),
};

export const DeltasOfADay: Story = {
  beforeEach: serve("empty", { world: createWorldWithDeltas }),
  play: onCard(async (card) => {
    const table = await card.findByRole("table", { name: "Saved sources, newest first" });
    await expect(within(table).getAllByRole("rowheader")).toHaveLength(3);
    await card.press("3 sources of this day");
    await expect(within(table).getAllByRole("rowheader")).toHaveLength(6);
  }),
};

export const List: Story = {
  beforeEach: serve("empty", { world: () => createWorldWithSources(7) }),
  play: onCard(async (card) => {
    const table = await card.findByRole("table", { name: "Saved sources, newest first" });
    await expect(within(table).getAllByRole("rowheader")[0]).toHaveTextContent("User Export 2026-05-03");
    await expect(card.getByText("7 sources")).toBeVisible();
  }),
};

export const SecondPage: Story = {
  beforeEach: serve("empty", { world: () => createWorldWithSources(14) }),
  play: onCard(async (card) => {
    await card.press("Older sources");
    await expect(await card.findByText("Page 2")).toBeVisible();
    await expect(card.getAllByRole("rowheader")).toHaveLength(4);
  }),
};

export const MoreThanOneAnswerHolds: Story = {
  beforeEach: serve("empty", { world: () => createWorldWithSources(64) }),
  play: onCard(async (card) => {
    await card.findByText("50+ sources");
    for (let page = 2; page <= 6; page += 1) {
      await card.press("Older sources");
      await card.findByText(`Page ${page}`);
    }
    await waitFor(() => expect(card.getByText("64 sources")).toBeVisible());
  }),
};

export const NotLoaded: Story = {
  beforeEach: serve("unauthenticated"),
  play: onCard(async (card) => {
    await expect(await card.findByRole("alert")).toHaveTextContent(/could not be loaded.*You are signed out/);
    becomeScenario("realistic");
    await expect(card.button("Load again")).toBeEnabled();
  }),
};

export const LoadedAgain: Story = {
  tags: ["!test"],
  beforeEach: serve("unauthenticated"),
  play: onCard(async (card) => {
    await card.findByRole("alert");
    becomeScenario("realistic");
    await card.press("Load again");
    await expect(await card.findByRole("rowheader", { name: spring })).toBeVisible();
  }),
};

export const OutOfDate: Story = {
  args: { client: hastyClient },
  play: onCard(async (card) => {
    await card.findByRole("rowheader", { name: spring });
    failWith({ ...refuse("unavailable"), methods: ["GET"] });
    await card.import(guideFile());
    await expect(await card.findByRole("alert")).toHaveTextContent(/may be out of date/);
  }),
};

async function askToDelete(card: Card) {
  await card.findByRole("rowheader", { name: spring });
  await card.press("Delete source");
  return within(await card.findByRole("dialog"));
}

export const DeleteDialog: Story = {
  play: onCard(async (card) => {
    const dialog = await askToDelete(card);
    await expect(await dialog.findByText(/created by this import\. .* This cannot be undone\./)).toBeVisible();
    await waitFor(() => expect(dialog.queryByText(/Asking the server/)).toBeNull());
    await expect(dialog.getByText("Acme Portal")).toBeVisible();
    await waitFor(() => expect(dialog.getByRole("button", { name: "Keep source" })).toHaveFocus());
  }),
};

export const DeleteDialogWithEveryNumber: Story = {
  beforeEach: serve("empty", { world: () => createWorldWithSources(1) }),
  play: onCard(async (card) => {
    await card.press("Delete source");
    const dialog = within(await card.findByRole("dialog"));
    await dialog.findByText(/24 that existed before stay\. 900 connections of this import have already been removed\./);
  }),
};

export const DeleteDialogAsking: Story = {
  play: onCard(async (card) => {
    await card.findByRole("rowheader", { name: spring });
    failWith(noAnswer);
    const dialog = await askToDelete(card);
    await expect(dialog.getByText(/Asking the server/)).toBeVisible();
  }),
};

export const DeleteDialogOfAGuideOnlyServer: Story = {
  tags: ["!test"],
  beforeEach: serve("guide-only"),
  play: onCard(async (card) => {
    const dialog = await askToDelete(card);
    await expect(dialog.queryByText(/Asking the server/)).toBeNull();
    await expect(dialog.getByText(/This cannot be undone/)).toBeVisible();
  }),
};

export const Deleting: Story = {
  beforeEach: serve("guide-only", { failure: noAnswer }),
  play: onCard(async (card) => {
    const dialog = await askToDelete(card);
    await userEvent.click(dialog.getByRole("button", { name: "Delete source" }));
    await expect(await dialog.findByRole("button", { name: "Deleting…" })).toHaveAttribute("aria-disabled", "true");
  }),
};

export const NotDeleted: Story = {
  args: { client: hastyClient },
  beforeEach: serve("realistic", { failure: refuse("internal") }),
  play: onCard(async (card) => {
    const dialog = await askToDelete(card);
    await userEvent.click(dialog.getByRole("button", { name: "Delete source" }));
    await expect(
      await dialog.findByText(/^The server had a problem\. The source may still have been deleted|Nothing was removed/),
    ).toBeVisible();
  }),
};

export const Kept: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    const dialog = await askToDelete(card);
    await userEvent.click(dialog.getByRole("button", { name: "Keep source" }));
    await waitFor(() => expect(card.button("Delete source")).toHaveFocus());
  }),
};

export const Deleted: Story = {
  tags: ["!test"],
  args: { onSourceDeleted: fn() },
  play: onCard(async (card, { onSourceDeleted }) => {
    const dialog = await askToDelete(card);
    await userEvent.click(dialog.getByRole("button", { name: "Delete source" }));
    await expect(await card.findByText(/was deleted|connections removed/)).toBeVisible();
    await waitFor(() => expect(card.getByRole("heading", { name: "Saved sources" })).toHaveFocus());
    await expect(onSourceDeleted).toHaveBeenCalledOnce();
  }),
};

export const DeletedElsewhere: Story = {
  play: onCard(async (card) => {
    await card.findByRole("rowheader", { name: spring });
    await createImportClient({ appId: demoAppId }).deleteSource("src_demo_spring");
    const dialog = await askToDelete(card);
    await userEvent.click(dialog.getByRole("button", { name: "Delete source" }));
    await expect(await card.findByText(/It had already been deleted\./)).toBeVisible();
  }),
};

export const WithoutAName: Story = {
  beforeEach: serve("realistic", { world: () => createWorldWithName("") }),
  play: onCard(async (card) => {
    await expect(await card.findByText("(no name)")).toBeVisible();
  }),
};

export const PartsMissing: Story = {
  beforeEach: serve("realistic", { world: () => createWorldWithName("May (1 of 3)") }),
  play: onCard(async (card) => {
    const row = await card.findByRole("row", { name: /^May \(1 of 3\)/ });
    await expect(row).toHaveTextContent("Parts 2 and 3 of this import are not saved.");
  }),
};
