// The card as a person uses it: by the words on the screen, which are the guide's.
import type { FrameLocator, Locator, Page } from "playwright";
import { samples } from "../../demo/samples/samples.ts";

/** One file to upload. */
export interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export interface Card {
  readonly root: Locator;
  readonly sourceName: Locator;
  readonly start: Locator;
  readonly previewHeading: Locator;
  readonly resultHeading: Locator;
  readonly savedSources: Locator;
  readonly dialog: Locator;
  upload(file: Upload): Promise<void>;
  /** Uploads and waits until it is read. */
  review(file: Upload): Promise<void>;
  /** The row of a saved source. */
  source(name: string): Locator;
}

/** The card on this page or in this frame; `id` where there are several. */
export function cardOn(page: Page | FrameLocator, id = "import-existing-users"): Card {
  const root = page.locator(`#${id}`);
  const previewHeading = root.getByRole("heading", { name: /preview/i });
  const savedSources = root.getByRole("table", { name: /saved sources/i });
  async function upload(file: Upload): Promise<void> {
    await root.locator('input[type="file"]').setInputFiles(file);
  }
  return {
    root,
    sourceName: root.getByLabel("Source name", { exact: true }),
    start: root.getByRole("button", { name: "Start import" }),
    previewHeading,
    resultHeading: root.getByRole("heading", { name: "Import result" }),
    savedSources,
    dialog: page.getByRole("dialog"),
    upload,
    async review(file) {
      await upload(file);
      await previewHeading.waitFor();
    },
    source: (name) => savedSources.getByRole("row").filter({ hasText: name }),
  };
}

/** A sample of the demo as an upload. */
export function sampleNamed(fileName: string): Upload {
  const sample = samples.find((one) => one.fileName === fileName);
  if (!sample) throw new Error(`There is no sample ${fileName}.`);
  return { name: fileName, mimeType: sample.mediaType, buffer: Buffer.from(sample.toBytes()) };
}

/** Keeps files from being read until the function is called that it resolves to: a small file is read before that shows. */
export async function holdFiles(page: Page): Promise<() => Promise<void>> {
  const release = await page.evaluateHandle(() => {
    const read = Blob.prototype.arrayBuffer;
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    Blob.prototype.arrayBuffer = async function (this: Blob) {
      await gate;
      return read.call(this);
    };
    return open;
  });
  return () => release.evaluate((open) => open());
}

/** Users whom the server does not know, more than a page of a table shows; the first ones have no email address. */
export function manyUsers(count: number, invalid = 0): Upload {
  const toEmail = (index: number) => (index < invalid ? "none" : `user${index}@example.net`);
  const rows = Array.from({ length: count }, (_, index) => `legacy_${index},${toEmail(index)},User ${index}\n`);
  return { name: "many.csv", mimeType: "text/csv", buffer: Buffer.from(`user_id,email,name\n${rows.join("")}`) };
}
