// The card in any engine, by the roles and names that a user perceives.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Driver, type ElementHandle, pause, waitUntil } from "./driver.ts";

// Testing Library computes roles and names inside the page, the same way in every engine.
const testingLibrary = readFileSync(
  join(
    dirname(createRequire(import.meta.url).resolve("@testing-library/dom/package.json")),
    "dist/@testing-library/dom.umd.min.js",
  ),
  "utf8",
);

// In the page: the card's root element, also inside the custom element.
const declareRoot = `const root = () =>
  (document.querySelector("import-existing-users")?.shadowRoot ?? document).querySelector("#import-existing-users");`;

/** A role and an accessible name, perhaps inside the element with this selector. */
interface Target {
  readonly role: string;
  readonly name: string | RegExp;
  readonly inside?: string;
}

/** What a step does with the card. */
export interface Card {
  get(target: Target): Promise<ElementHandle>;
  press(name: string, inside?: string): Promise<void>;
  text(): Promise<string>;
  /** Waits until the card holds this text. */
  see(text: string): Promise<void>;
  upload(path: string): Promise<void>;
  uploadByButton(name: string, path: string): Promise<void>;
  /** The texts of all elements with this selector. */
  read(selector: string): Promise<string[]>;
  /** Evaluates an expression in the page, where `root()` is the card's root element. */
  evaluate(expression: string, ...parameters: unknown[]): Promise<unknown>;
  /** The name of the focused element. */
  focusedName(): Promise<string>;
  /** Presses Tab until the element with this name has the focus; gives the number of key presses. */
  tabTo(name: string): Promise<number>;
}

/** The card on the driver's page. */
export function createCard(driver: Driver): Card {
  const evaluate: Card["evaluate"] = (expression, ...parameters) =>
    driver.run(`(...parameters) => { ${declareRoot} return ${expression} }`, ...parameters);
  const findInput = () => driver.find(`() => { ${declareRoot} return root().querySelector("input[type=file]") }`);
  const focusedName = async () => String(await driver.run(readFocusedName));

  async function get(target: Target): Promise<ElementHandle> {
    if (!(await driver.run("() => Boolean(window.TestingLibraryDom)")))
      await driver.run(`() => { ${testingLibrary}; return true }`);
    const source = toQuery(target);
    await waitUntil(`${target.role} ${target.name}`, () => driver.run(`() => Boolean((${source})())`));
    return driver.find(source);
  }

  async function see(text: string): Promise<void> {
    await waitUntil(text, () => evaluate(`(root()?.textContent ?? "").includes(parameters[0])`, text));
  }

  return {
    get,
    press: async (name, inside) => driver.click(await get({ role: "button", name, ...(inside && { inside }) })),
    text: async () => String(await evaluate(`root()?.innerText ?? ""`)),
    see,
    upload: async (path) => driver.chooseFile(await findInput(), path),
    uploadByButton: async (name, path) =>
      driver.chooseFileByButton(await get({ role: "button", name }), await findInput(), path),
    read: async (selector) =>
      (await evaluate(
        `[...root().querySelectorAll(parameters[0])].map((one) => one.innerText.trim())`,
        selector,
      )) as string[],
    evaluate,
    focusedName,
    async tabTo(name) {
      const passed: string[] = [];
      for (let count = 1; count <= 120; count += 1) {
        await driver.press("Tab");
        const focused = await focusedName();
        if (focused === name) return count;
        passed.push(focused.slice(0, 30));
      }
      throw new Error(`Tab never reaches "${name}", only: ${passed.join(" | ")}`);
    },
  };
}

/** Drops a file on the card as a hand does: the browser gets a turn between the three events. */
export async function dropFile(driver: Driver, name: string, content: string): Promise<void> {
  for (const type of ["dragenter", "dragover", "drop"]) {
    await driver.run(
      `(type, name, content) => {
        ${declareRoot}
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content], name, { type: "text/csv" }));
        const event = new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer });
        root().querySelector(".ieu-drop").dispatchEvent(event);
      }`,
      type,
      name,
      content,
    );
    await pause(100);
  }
}

function toQuery({ role, name, inside }: Target): string {
  const place = inside ? `root()?.querySelector(${JSON.stringify(inside)})` : "root()";
  const options = `{ name: ${name instanceof RegExp ? String(name) : JSON.stringify(name)} }`;
  return `() => {
    ${declareRoot}
    const place = ${place};
    return place ? (TestingLibraryDom.queryAllByRole(place, ${JSON.stringify(role)}, ${options})[0] ?? null) : null;
  }`;
}

const readFocusedName = `() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const label = element?.labels?.[0]?.textContent ?? element?.getAttribute("aria-label") ?? element?.textContent;
  return (label ?? "").trim();
}`;
