// Stories of files with more rows than one import takes: refused, in parts, paused, failed, ended, and the rows that are left.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import type { Failure } from "../mock-server/index.ts";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../src/index.ts";
import { createGate } from "../test/gate.ts";
import { type Card, onCard } from "./setup/card.ts";
import { exportFile } from "./setup/files.ts";
import { becomeScenario, failWith, hastyClient, noAnswer, refuse, serve } from "./setup/portal.ts";

const meta: Meta<ImportExistingUsersProps> = {
  title: "3 Import/In parts",
  component: ImportExistingUsers,
  args: { client: hastyClient, defaultSourceName: "May", maxRows: 20 },
  beforeEach: serve("realistic"),
};

export default meta;
type Story = StoryObj<ImportExistingUsersProps>;

async function reviewInParts(card: Card, rows: number): Promise<void> {
  await card.choose(exportFile(rows));
  await card.press(/^Import in \d+ parts$/);
  await card.findHeading(/^preview/i);
}

/** Lets the first import pass; later ones fail in this way. */
function afterTheFirst(failure: Failure): Failure {
  return {
    ...failure,
    methods: ["POST"],
    async answer(next) {
      const response = await next();
      failWith(failure);
      return response;
    },
  };
}

export const Refused: Story = {
  play: onCard(async (card) => {
    await card.choose(exportFile(50));
    await expect(await card.findByRole("alert")).toHaveTextContent("The file has 50 rows. The limit is 20");
    await expect(card.button("Import in 3 parts")).toBeVisible();
    await expect(card.getByText("3 downloads")).toBeVisible();
  }),
};

export const Reviewed: Story = {
  play: onCard(async (card) => {
    await reviewInParts(card, 50);
    await expect(card.getByText(/will be sent/)).toHaveTextContent("in 3 parts, each saved as a source");
  }),
};

export const Sending: Story = {
  beforeEach: serve("realistic", { failure: afterTheFirst(noAnswer) }),
  play: onCard(async (card) => {
    await reviewInParts(card, 50);
    await card.press("Start import");
    await card.findByText(/Part 2 of 3: 20 of 50 users sent/);
    await expect(card.getByRole("progressbar", { name: "Sending 50 users" })).toHaveAttribute("value", "20");
    await card.pressByKey("Pause after this part");
    await expect(card.getByText("The import pauses after this part.")).toBeVisible();
  }),
};

let pause = createGate();

// The first import waits until the pause is chosen.
const heldFirst: Failure = {
  description: "The first import waits.",
  methods: ["POST"],
  async answer(next) {
    await pause.pass();
    becomeScenario("realistic");
    return next();
  },
};

function serveHeld(): void {
  pause = createGate();
  serve("realistic", { failure: heldFirst })();
}

async function pauseAfterTheFirst(card: Card): Promise<void> {
  await reviewInParts(card, 50);
  await card.press("Start import");
  await card.pressByKey("Pause after this part");
  await card.findByText("The import pauses after this part.");
  pause.open();
  await card.findFocusedHeading("Paused after part 1 of 3");
}

export const Paused: Story = {
  beforeEach: serveHeld,
  play: onCard(async (card) => {
    await pauseAfterTheFirst(card);
    await expect(card.getByText(/20 users are saved as/)).toHaveTextContent("30 users are not sent yet.");
  }),
};

export const PartFailed: Story = {
  beforeEach: serve("realistic", { failure: afterTheFirst(refuse("unavailable")) }),
  play: onCard(async (card) => {
    await reviewInParts(card, 50);
    await card.press("Start import");
    await card.findHeading("Part 2 of 3: The server is not available right now");
    await expect(card.getByText(/20 users are saved as/)).toHaveTextContent("May (1 of 3)");
    await expect(card.button("Try part 2 again")).toBeVisible();
  }),
};

async function importInParts(card: Card): Promise<void> {
  await reviewInParts(card, 50);
  await card.press("Start import");
  await card.findFocusedHeading("Import result");
}

export const Finished: Story = {
  play: onCard(async (card) => {
    await importInParts(card);
    await expect(card.getByText("Saved as 3 sources")).toBeVisible();
    await expect(await card.findByRole("rowheader", { name: "May (3 of 3)" })).toBeVisible();
  }),
};

export const EndedBetweenParts: Story = {
  beforeEach: serveHeld,
  play: onCard(async (card) => {
    await pauseAfterTheFirst(card);
    await card.press("Stop here and show the result");
    await expect(await card.findByText("30 rows were not imported")).toBeVisible();
    await expect(card.getByText("Rows 22 to 51.")).toBeVisible();
    await expect(card.getByText("1 of 3 parts were imported")).toBeVisible();
    await expect(await card.findByText(/Parts 2 and 3 of this import are not saved/)).toBeVisible();
  }),
};

async function importTheFirst(card: Card): Promise<void> {
  await card.choose(exportFile(50));
  await card.press("Use the first 20 rows");
  await card.findHeading(/^preview/i);
  await card.press("Start import");
  await card.findHeading("Import result");
}

export const FirstRowsImported: Story = {
  play: onCard(async (card) => {
    await importTheFirst(card);
    await expect(card.getByText("Rows 22 to 51.")).toBeVisible();
    await expect(card.button("Import the next 20")).toBeVisible();
    await expect(card.button("Download these 30 rows")).toBeVisible();
  }),
};

export const NextRows: Story = {
  play: onCard(async (card) => {
    await importTheFirst(card);
    await card.pressByKey("Import the next 20");
    await card.findHeading(/^preview/i);
    await expect(card.getByText("20 rows above row 22 are not part of this import.")).toBeVisible();
    await expect(card.getByText(/Rows 42 to 51 can be imported afterwards/)).toBeVisible();
  }),
};

export const UndoOfAllParts: Story = {
  play: onCard(async (card) => {
    await importInParts(card);
    await card.press("Undo this import");
    await expect(await card.findByRole("dialog", { name: "Delete 3 sources?" })).toBeVisible();
  }),
};

/** 12,000 rows, the guide's limit, to the end. */
export const TwelveThousandRows: Story = {
  args: { maxRows: undefined },
  play: onCard(async (card) => {
    await card.choose(exportFile(12_000));
    await expect(await card.findByRole("alert")).toHaveTextContent("The file has 12,000 rows. The limit is 10,000");
    await card.press("Import in 2 parts");
    await card.findHeading(/^preview/i);
    await card.press("Start import");
    await card.findFocusedHeading("Import result");
    await expect(card.getByText(/Rows 1–\d+ of 12,000/)).toBeVisible();
    await expect(card.getByText("Saved as 2 sources")).toBeVisible();
  }),
};
