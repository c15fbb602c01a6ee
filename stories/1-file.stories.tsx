// Stories of the first step: choosing a file, reading it, and every refusal.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../src/index.ts";
import { xlsx } from "../src/xlsx/index.ts";
import { onCard } from "./setup/card.ts";
import {
  bytesFile,
  exportFile,
  guideFile,
  hugeFile,
  movedFile,
  sampleFile,
  sleepingFile,
  textFile,
} from "./setup/files.ts";
import { serve } from "./setup/portal.ts";

const meta: Meta<ImportExistingUsersProps> = {
  title: "1 File/Upload",
  component: ImportExistingUsers,
  beforeEach: serve("empty"),
};

// Stories with the tag "!test" are shown but not run: test/react/refusals.test.tsx proves the same.
export default meta;
type Story = StoryObj<ImportExistingUsersProps>;

export const Idle: Story = {
  play: onCard(async (card) => {
    await expect(card.getByLabelText("Source name")).toHaveValue("User Export 2026-05-04");
    await expect(card.button("Download template")).toBeEnabled();
    await expect(card.getByText(/Up to 10,000 rows, separated by comma or semicolon/)).toBeVisible();
    await expect(card.queryByRole("heading", { name: /preview/i })).toBeNull();
    await card.findByText(/Nothing imported yet/);
  }),
};

export const LowerLimit: Story = {
  args: { maxRows: 500 },
  play: onCard(async (card) => {
    await expect(card.getByText(/Up to 500 rows/)).toBeVisible();
  }),
};

export const DraggingOver: Story = {
  play: onCard(async (card) => {
    card.dragOver(guideFile());
    await expect(await card.findByText("Drop to read the file")).toBeVisible();
  }),
};

export const PastedRows: Story = {
  play: onCard(async (card) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "user_id\temail\tname\r\nlegacy_1001\tuser.one@example.com\tUser One\r\n");
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    card.button("Upload CSV").dispatchEvent(event);
    await card.findByText("pasted rows.tsv", { selector: ".ieu-file-name" });
    await card.findByText("user.one@example.com");
  }),
};

export const Reading: Story = {
  play: onCard(async (card) => {
    await card.choose(sleepingFile());
    await expect(await card.findByRole("progressbar", { name: "Reading full-export.csv" })).toBeVisible();
    await expect(card.button("Cancel")).toBeEnabled();
  }),
};

export const ReadingAnotherFile: Story = {
  play: onCard(async (card) => {
    await card.review(guideFile());
    await card.choose(sleepingFile());
    await card.findByRole("progressbar", { name: "Reading full-export.csv" });
    await expect(card.getByText("guide-example.csv")).toBeVisible();
    await expect(card.button("Start import")).toHaveAttribute("aria-disabled", "true");
  }),
};

export const ReadingCancelled: Story = {
  play: onCard(async (card) => {
    await card.choose(sleepingFile());
    await card.press("Cancel");
    await expect(await card.findByRole("button", { name: "Upload CSV" })).toBeVisible();
  }),
};

export const DroppedAndRead: Story = {
  play: onCard(async (card) => {
    card.drop(guideFile());
    await waitFor(() => expect(card.getByRole("heading", { name: /^preview/i })).toHaveFocus());
    await expect(card.getByText(/2 rows · 5 columns/)).toBeVisible();
    await expect(card.button("Choose another file")).toBeEnabled();
  }),
};

function refused(title: RegExp, ...files: (() => File)[]): Story {
  return {
    play: onCard(async (card) => {
      await card.choose(...files.map((make) => make()));
      await expect(await card.findByRole("alert")).toHaveTextContent(title);
      await expect(card.button("Upload CSV")).toBeVisible();
    }),
  };
}

export const RefusedWorkbook = refused(/Excel workbook.*CSV UTF-8/, () => sampleFile("users.xlsx"));
export const Workbook: Story = {
  args: { workbooks: xlsx },
  play: onCard(async (card) => {
    await card.choose(sampleFile("users.xlsx"));
    await expect(await card.findByLabelText("Sheet")).toHaveValue("Users");
    await card.findByText("All 5 columns recognised", { exact: false });
  }),
};

export const RefusedEmpty: Story = {
  ...refused(/The file is empty/, () => textFile("", "empty.csv")),
  tags: ["!test"],
};
export const RefusedHeaderOnly: Story = {
  ...refused(/header but no rows/, () => textFile("user_id,email,name\r\n", "header.csv")),
  tags: ["!test"],
};
export const RefusedUnclosedQuote: Story = {
  ...refused(/A quote opens in row 3/, () => sampleFile("unclosed-quote.csv")),
  tags: ["!test"],
};
export const RefusedJson = refused(/a JSON file/, () => textFile('[{"email":"user.one@example.com"}]', "users.json"));
export const RefusedWebPage = refused(/a web page/, () =>
  textFile("<!doctype html><title>Sign in</title>", "users.csv"),
);
export const RefusedBinary = refused(/a binary file/, () =>
  bytesFile(
    Uint8Array.from({ length: 64 }, (_, i) => i % 7),
    "users.dat",
  ),
);

export const RefusedTooLarge = refused(/The limit is 67\.1 MB.*It holds about/, hugeFile);
export const RefusedUnreadable = refused(/could not be read/, movedFile);

export const RefusedTwoFiles: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    card.drop(guideFile(), exportFile(3));
    await expect(await card.findByRole("alert")).toHaveTextContent(/You dropped 2 files/);
  }),
};

export const RefusedTooManyRows: Story = {
  play: onCard(async (card) => {
    await card.choose(exportFile(10_001));
    await expect(await card.findByRole("alert")).toHaveTextContent("The file has 10,001 rows. The limit is 10,000");
    await expect(card.button("Import in 2 parts")).toBeEnabled();
    await expect(card.button("Use the first 10,000 rows")).toBeEnabled();
    await expect(card.button("Split into 2 files")).toBeEnabled();
  }),
};

export const SplitIntoFiles: Story = {
  args: { maxRows: 20 },
  play: onCard(async (card) => {
    await card.choose(exportFile(50));
    await card.press("Split into 3 files");
    await expect(await card.findByText(/3 files were saved to your downloads/)).toBeVisible();
    await expect(card.button("Use the first 20 rows")).toBeEnabled();
  }),
};

export const FirstRowsOfAHugeFile: Story = {
  args: { maxRows: 20 },
  play: onCard(async (card) => {
    await card.choose(hugeFile());
    await card.findByRole("alert");
    await expect(card.queryByRole("button", { name: /^Split/ })).toBeNull();
    await card.press("Use the first 20 rows");
    await card.findHeading(/^preview/i);
    await expect(card.getByText(/Only 20 of about [\d,]+ rows are imported now/)).toBeVisible();
  }),
};

export const FirstRowsOnly: Story = {
  tags: ["!test"],
  args: { maxRows: 20 },
  play: onCard(async (card) => {
    await card.choose(exportFile(25));
    await card.press("Use the first 20 rows");
    await card.findHeading(/^preview/i);
    await expect(card.getByText(/Only 20 of 25 rows are imported now. Rows 22 to 26/)).toBeVisible();
  }),
};

export const RefusedBesideAPreview: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    await card.review(guideFile());
    await card.choose(sampleFile("users.xlsx"));
    await expect(await card.findByRole("alert")).toHaveTextContent(/Excel workbook/);
    await expect(card.getByRole("heading", { name: /^preview/i })).toBeVisible();
  }),
};
