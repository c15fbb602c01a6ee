// Finds and presses what a person sees in the card.

/** The card on the page. */
export function card(): HTMLElement {
  return document.querySelector<HTMLElement>(".ieu-root") ?? document.body;
}

/** A part of the card. @throws if it is not there. */
export function part(selector: string): HTMLElement {
  const found = card().querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

/** True if a text of the card matches. */
export function hasText(pattern: RegExp, selector = ".ieu-root"): boolean {
  return [...document.querySelectorAll(selector)].some(({ textContent }) => pattern.test(textContent ?? ""));
}

/** The first button with this name that can be pressed; null if there is none. */
export function findButton(name: RegExp, box: ParentNode = document): HTMLElement | null {
  const buttons = [...box.querySelectorAll<HTMLButtonElement>(".ieu-root button, .ieu-root dialog button")];
  return buttons.find((one) => name.test(nameOf(one)) && !one.disabled && one.ariaDisabled !== "true") ?? null;
}

function nameOf(element: HTMLElement): string {
  return (element.getAttribute("aria-label") ?? element.textContent ?? "").trim();
}

/** Presses the first button with this name. @throws if there is none. */
export function press(name: RegExp, box: ParentNode = document): void {
  const button = findButton(name, box);
  if (!button) throw new Error(`There is no button ${name}.`);
  button.click();
}

/** An offer by its name; null if it is not there. */
export function findOffer(name: RegExp): HTMLElement | null {
  const offers = [...card().querySelectorAll<HTMLElement>(".ieu-offer")];
  return offers.find((one) => name.test(nameOf(one))) ?? null;
}

/** Chooses a file. */
export function choose(file: File): void {
  const input = part("input[type=file]") as HTMLInputElement;
  const files = new DataTransfer();
  files.items.add(file);
  input.files = files.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Types a text into a field. */
export function type(field: HTMLInputElement | undefined, text: string): void {
  if (!field) throw new Error("There is no such field.");
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  set?.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Counts the files that the card saved. */
export function savedFiles(): number {
  return saved;
}

let saved = 0;
const createUrl = URL.createObjectURL.bind(URL);
URL.createObjectURL = (object) => {
  saved += 1;
  return createUrl(object);
};
