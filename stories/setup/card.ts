// Operates the card in stories by the roles and texts on the screen.
import { expect, userEvent, waitFor, within } from "storybook/test";
import type { ImportExistingUsersProps } from "../../src/index.ts";

type Screen = ReturnType<typeof within<typeof import("storybook/test").queries>>;

/** A card on the screen: its parts by role and name, and the actions of a person. */
export interface Card extends Screen {
  readonly root: HTMLElement;
  button(name: string | RegExp): HTMLElement;
  findHeading(name: string | RegExp): Promise<HTMLElement>;
  /** Finds a heading, and waits until it has the focus. */
  findFocusedHeading(name: string | RegExp): Promise<void>;
  /** Chooses files in the file picker. */
  choose(...files: File[]): Promise<void>;
  /** Drags files over the zone. */
  dragOver(...files: File[]): void;
  /** Drops files on the zone. */
  drop(...files: File[]): void;
  press(name: string | RegExp): Promise<void>;
  /** Clicks a button, also one that ignores the pointer right after it appeared. */
  pressByKey(name: string | RegExp): Promise<void>;
  /** Chooses a file and waits until it has been read. */
  review(file: File): Promise<void>;
  /** Chooses a file, starts, and waits for the result. */
  import(file: File): Promise<void>;
  /** Chooses a file, starts, and waits for the failure. */
  fail(file: File, title: string): Promise<void>;
}

interface Shown {
  readonly args: ImportExistingUsersProps;
  readonly canvasElement: HTMLElement;
}

/** A play function for the first card of the story, with the story's props. */
export function onCard(play: (card: Card, props: ImportExistingUsersProps) => Promise<void>) {
  return ({ args, canvasElement }: Shown): Promise<void> => play(cardIn(canvasElement), args);
}

function cardIn(canvas: HTMLElement): Card {
  const page = canvas.querySelector("import-existing-users")?.shadowRoot ?? canvas;
  const root = page.querySelector<HTMLElement>(".ieu-root");
  if (!root) throw new Error("There is no card in this story.");
  const screen = within(root);
  const card: Card = {
    ...screen,
    root,
    button: (name) => screen.getByRole("button", { name }),
    findHeading: (name) => screen.findByRole("heading", { name }),
    async findFocusedHeading(name) {
      const heading = await card.findHeading(name);
      // React gives it the focus after it has drawn it.
      await waitFor(() => expect(heading).toHaveFocus());
    },
    async choose(...files) {
      const input = root.querySelector<HTMLInputElement>('input[type="file"]');
      if (!input) throw new Error("The card takes no file at the moment.");
      // As with "All files" in the picker.
      await userEvent.upload(input, files, { applyAccept: false });
    },
    dragOver(...files) {
      drag("dragenter", zoneOf(root), files);
    },
    drop(...files) {
      drag("drop", zoneOf(root), files);
    },
    async press(name) {
      await userEvent.click(await screen.findByRole("button", { name }));
    },
    async pressByKey(name) {
      (await screen.findByRole("button", { name })).focus();
      await userEvent.keyboard("{Enter}");
    },
    async review(file) {
      await card.choose(file);
      await card.findHeading(/^preview/i);
    },
    async import(file) {
      await card.review(file);
      await card.press("Start import");
      await card.findFocusedHeading("Import result");
    },
    async fail(file, title) {
      await card.review(file);
      await card.press("Start import");
      await card.findHeading(title);
    },
  };
  return card;
}

function zoneOf(root: HTMLElement): HTMLElement {
  const zone = root.querySelector<HTMLElement>(".ieu-drop");
  if (!zone) throw new Error("The card has no drop zone at the moment.");
  return zone;
}

function drag(type: "dragenter" | "drop", zone: HTMLElement, files: readonly File[]): void {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  zone.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
}
