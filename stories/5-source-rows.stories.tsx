// Stories of the stored rows of a saved source, opened below it.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { demoAppId, demoUser } from "../mock-server/index.ts";
import { createImportClient, ImportExistingUsers, type ImportExistingUsersProps } from "../src/index.ts";
import { type Card, onCard } from "./setup/card.ts";
import { failRows, hastyClient, serve } from "./setup/portal.ts";
import { expectNoSideways } from "./setup/tours.ts";
import { createWorldWithRows, createWorldWithRowsWithoutNames, createWorldWithSources } from "./setup/worlds.ts";

const meta: Meta<ImportExistingUsersProps> = {
  title: "5 Saved sources/Rows of a source",
  component: ImportExistingUsers,
  beforeEach: serve("empty", { world: () => createWorldWithRows(10) }),
};

// Stories with the tag "!test" are shown but not run: test/react/source-rows.test.tsx proves the same.
export default meta;
type Story = StoryObj<ImportExistingUsersProps>;

async function open(card: Card) {
  const toggle = await card.findByRole("button", { name: "Row results" });
  await userEvent.click(toggle);
  await expect(toggle).toHaveAttribute("aria-expanded", "true");
  return within(await card.findByRole("region", { name: /^Row results of/ }));
}

export const Opened: Story = {
  play: onCard(async (card) => {
    const rows = await open(card);
    await expect(await rows.findByRole("table", { name: /^Rows of/ })).toBeVisible();
    await expect(rows.getByText("Rows 1–10 of 10")).toBeVisible();
    await expect(rows.getByRole("columnheader", { name: "Name" })).toBeVisible();
    const name = demoUser(3).name ?? "";
    await userEvent.type(rows.getByRole("searchbox", { name: "Search rows" }), name);
    await expect(await rows.findByText("Rows 1–1 of 1")).toBeVisible();
    await expect(rows.getByRole("cell", { name })).toBeVisible();
    await userEvent.clear(rows.getByRole("searchbox", { name: "Search rows" }));
  }),
};

export const WithoutNames: Story = {
  beforeEach: serve("empty", { world: () => createWorldWithRowsWithoutNames(10) }),
  play: onCard(async (card) => {
    const rows = await open(card);
    await rows.findByText("Rows 1–10 of 10");
    await expect(rows.queryByRole("columnheader", { name: "Name" })).toBeNull();
  }),
};

export const OneStatus: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    const rows = await open(card);
    await userEvent.click(await rows.findByRole("button", { name: "invalid row 2" }));
    await expect(await rows.findByText("Rows 1–2 of 2")).toBeVisible();
    await expect(rows.getAllByText(/Not a valid email address/)[0]).toBeVisible();
  }),
};

export const MoreThanOneAnswerHolds: Story = {
  beforeEach: serve("empty", { world: () => createWorldWithRows(1_246) }),
  play: onCard(async (card) => {
    const rows = await open(card);
    await expect(await rows.findByText(/^The first 1,000 rows are loaded/)).toBeVisible();
    await userEvent.click(rows.getByRole("button", { name: "Load more rows" }));
    await expect(await rows.findByText("Rows 1–50 of 1,246")).toBeVisible();
    await expect(rows.queryByRole("button", { name: "Load more rows" })).toBeNull();
  }),
};

export const SearchedOverAll: Story = {
  beforeEach: serve("empty", { world: () => createWorldWithRows(2_460) }),
  play: onCard(async (card) => {
    const rows = await open(card);
    await rows.findByText(/^The first 1,000 rows are loaded/);
    await expect(rows.getByRole("button", { name: "Download results (2,460 rows)" })).toBeEnabled();
    const email = demoUser(2_459).email ?? "";
    await userEvent.type(rows.getByRole("searchbox", { name: "Search rows" }), email);
    await expect(await rows.findByText("Rows 1–1 of 1")).toBeVisible();
    await expect(rows.queryByRole("button", { name: "Load more rows" })).toBeNull();
  }),
};

export const Loading: Story = {
  play: onCard(async (card) => {
    failRows(() => new Promise(() => {}));
    const rows = await open(card);
    await expect(rows.getAllByText("Loading the rows…")[0]).toBeInTheDocument();
  }),
};

export const NotLoaded: Story = {
  args: { client: hastyClient },
  play: onCard(async (card) => {
    await card.findByRole("button", { name: "Row results" });
    failRows(async () => new Response(null, { status: 503 }));
    const rows = await open(card);
    await expect(await rows.findByRole("alert")).toHaveTextContent(/could not be loaded.*not available right now/);
    failRows(null);
    await userEvent.click(rows.getByRole("button", { name: "Load the rows again" }));
    await expect(await rows.findByRole("table")).toBeVisible();
  }),
};

export const NoneKept: Story = {
  beforeEach: serve("empty", { world: () => createWorldWithSources(1) }),
  play: onCard(async (card) => {
    const rows = await open(card);
    await expect(await rows.findByText("The server kept no rows for this import.")).toBeVisible();
  }),
};

export const NoneToBeHad: Story = {
  tags: ["!test"],
  beforeEach: serve("empty", { world: () => createWorldWithSources(64) }),
  play: onCard(async (card) => {
    await card.findByText("50+ sources");
    failRows(async () => new Response(null, { status: 404 }));
    const [first] = card.getAllByRole("button", { name: "Row results" });
    await userEvent.click(first as HTMLElement);
    await expect(await card.findByText(/^The server has no rows for this import/)).toBeVisible();
  }),
};

export const NotOffered: Story = {
  tags: ["!test"],
  beforeEach: serve("guide-only"),
  play: onCard(async (card) => {
    await card.findByRole("button", { name: "Delete source" });
    await expect(card.queryByRole("button", { name: "Row results" })).toBeNull();
  }),
};

export const DeletedElsewhere: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    const rows = await open(card);
    await rows.findByRole("table");
    await createImportClient({ appId: demoAppId }).deleteSource("src_rows");
    await userEvent.click(rows.getByRole("button", { name: "invalid row 2" }));
    await expect(await card.findByText(/It had already been deleted\./)).toBeVisible();
    await waitFor(() => expect(card.getByRole("heading", { name: "Saved sources" })).toHaveFocus());
  }),
};

export const DeletedWhileLoading: Story = {
  play: onCard(async (card) => {
    await card.findByRole("button", { name: "Row results" });
    failRows(() => new Promise(() => {}));
    await open(card);
    await card.press("Delete source");
    const dialog = within(await card.findByRole("dialog"));
    await userEvent.click(dialog.getByRole("button", { name: "Delete source" }));
    await waitFor(() => expect(card.queryByRole("region", { name: /^Row results of/ })).toBeNull());
    await expect(card.getByText(/was deleted/)).toBeVisible();
  }),
};

function at(viewport: "phone" | "narrow"): Story {
  return {
    globals: { viewport: { value: viewport } },
    play: onCard(async (card) => {
      const rows = await open(card);
      await rows.findByRole("table");
      await expectNoSideways(card);
    }),
  };
}

export const OpenedOnAPhone = at("phone");
export const OpenedAtTheNarrowest: Story = { ...at("narrow"), tags: ["!test"] };
