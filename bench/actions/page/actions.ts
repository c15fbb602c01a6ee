// Lists the measured actions, by parts of the work that each begin on a fresh page.
import { card, choose, findButton, findOffer, hasText, part, press, savedFiles, type } from "./card.ts";
import { brokenFile, correctedFile, plainFile, untidyFile } from "./files.ts";
import { type Action, measure, until } from "./measure.ts";
import { partNames } from "./parts.ts";

const rows = 10_000;

/** Does all actions of one part of the work, in order. */
export async function measureActions(wanted: string): Promise<void> {
  await until(() => hasText(/\d source/) && document.readyState === "complete");
  const name = partNames.find((one) => one === wanted);
  if (!name) throw new Error(`There is no part ${wanted}.`);
  for (const action of parts[name]()) await measure(action);
}

const parts: Readonly<Record<(typeof partNames)[number], () => Action[]>> = {
  repairs: () => [
    opening("open an untidy file", untidyFile(rows)),
    ...offer("emails", /^Emails that can be repaired/, /^Apply$/),
    ...offer("domain", /^Mistyped domain/, /^Apply$/),
    ...offer("names", /^Names with/, /^Apply$/),
    ...offer("dates", /^Dates in another/, /^Convert/),
    ...offer("placeholders", /^Placeholders/, /^Treat as empty$/),
    ...offer("duplicates", /^Repeated emails/, /^Leave out/),
  ],
  rows: () => [
    opening("open a broken file", brokenFile(rows)),
    filtering("With problems"),
    {
      name: "leave out 5,000 rows",
      press: () => press(/^Leave out these/),
      isDone: () => hasText(/^Left out/, ".ieu-chip"),
    },
    {
      name: "put them back",
      press: () => press(/^Put back (these|all) /),
      isDone: () => !hasText(/^Left out/, ".ieu-chip"),
    },
    filtering("All"),
    {
      name: "correct a cell",
      before: fillCell,
      press: () => cellEditor()?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })),
      isDone: () => hasText(/^1 cell corrected/, ".ieu-corrections"),
    },
    {
      name: "find and replace",
      before: fillReplace,
      press: () => press(/^Replace in /),
      isDone: () => hasText(/./, ".ieu-find > .ieu-corrections"),
    },
    {
      name: "undo the replacement",
      press: () => press(/^Undo/, part(".ieu-find")),
      isDone: () => !hasText(/./, ".ieu-find > .ieu-corrections"),
    },
    {
      name: "find and replace again",
      press: () => press(/^Replace in /),
      isDone: () => hasText(/./, ".ieu-find > .ieu-corrections"),
    },
    {
      name: "undo all corrections",
      press: () => press(/^Undo all corrections$/),
      isDone: () => findButton(/^Undo all corrections$/) === null,
    },
    saving("download the rows with problems", /^Download .* with problems$/),
  ],
  check: () => [
    opening("open a plain file", plainFile(rows)),
    {
      name: "check against accounts",
      press: () => press(/^Check against accounts$/),
      isDone: () => findButton(/^Check again$/) !== null,
    },
    filtering("not found"),
    saving("download these rows", /^Download these/),
  ],
  import: () => [
    opening("open a plain file", plainFile(rows)),
    {
      name: "start to result",
      press: () => press(/^Start import$/),
      isDone: isResultShown,
    },
    saving("download results", /^Download results/),
    saving("download rows to correct", /^Download .* to correct$/),
    {
      name: "open the stored source",
      press: () => press(/^Row results$/),
      isDone: () => card().querySelectorAll(".ieu-source-rows tbody tr").length > 4,
    },
    {
      name: "load its 10,000 rows, save",
      press: () => press(/^Download results/, part(".ieu-source-rows")),
      isDone: whenSaved(),
    },
    {
      name: "undo the import",
      before: askUndo,
      press: () => press(/^Delete source$/, dialog()),
      isDone: () => hasText(/^This import was undone/, ".ieu-headline"),
    },
  ],
  merge: () => [
    opening("open an untidy file", untidyFile(rows)),
    choosing("open a corrected file", correctedFile(rows), () => findButton(/^Apply the corrections/) !== null),
    {
      name: "apply its corrections",
      press: () => press(/^Apply the corrections/),
      isDone: () => findButton(/^Apply the corrections/) === null,
    },
  ],
  parts: () => [
    choosing("open 25,000 rows", plainFile(25_000), () => findButton(/^Import in 3 parts$/) !== null),
    {
      name: "split into 3 files",
      press: () => press(/^Split into 3 files$/),
      isDone: () => hasText(/^3 files were saved/, ".ieu-hint"),
    },
    { name: "read for 3 parts", press: () => press(/^Import in 3 parts$/), isDone: isPreviewed },
    {
      name: "import 3 parts",
      press: () => press(/^Start import$/),
      isDone: isResultShown,
    },
  ],
};

function isPreviewed(): boolean {
  return card().querySelectorAll(".ieu-preview tbody tr").length > 4;
}

function isResultShown(): boolean {
  return hasText(/^Import result$/, "h2, h3, h4") && card().querySelectorAll("tbody tr").length > 4;
}

// The file is made beforehand: that takes longer than choosing it.
function choosing(name: string, file: File, isDone: () => boolean): Action {
  return { name, press: () => choose(file), isDone };
}

function opening(name: string, file: File): Action {
  return choosing(name, file, isPreviewed);
}

// An offer is applied, undone, and applied again, as the first time may be slower.
function offer(name: string, label: RegExp, apply: RegExp): Action[] {
  const box = () => findOffer(label) ?? document.createElement("div");
  const isDone = () => findOffer(label)?.dataset.done === "true";
  const open = async () => {
    box().querySelector<HTMLElement>(".ieu-offer-line")?.click();
    await until(() => findButton(isDone() ? /^Undo$/ : apply, box()) !== null);
  };
  return [
    { name: `${name}: apply`, before: open, press: () => press(apply, box()), isDone },
    { name: `${name}: undo`, before: open, press: () => press(/^Undo$/, box()), isDone: () => !isDone() },
    { name: `${name}: apply again`, before: open, press: () => press(apply, box()), isDone },
  ];
}

function filtering(name: string): Action {
  const isPressed = () => hasText(new RegExp(`^${name}`), ".ieu-chip[aria-pressed=true]");
  return { name: `filter: ${name.toLowerCase()}`, press: () => press(new RegExp(`^${name}`)), isDone: isPressed };
}

function saving(name: string, button: RegExp): Action {
  return { name, press: () => press(button), isDone: whenSaved() };
}

// True once another file was saved than when this was first called.
function whenSaved(): () => boolean {
  let before: number | null = null;
  return () => {
    before ??= savedFiles() - 1;
    return savedFiles() > before;
  };
}

function cellEditor(): HTMLInputElement | null {
  return card().querySelector<HTMLInputElement>(".ieu-preview tbody input");
}

async function fillCell(): Promise<void> {
  part(".ieu-preview tbody [data-correct=email][data-marked=true]").click();
  await until(() => cellEditor() !== null);
  type(cellEditor() ?? undefined, "person.corrected@example.com");
}

async function fillReplace(): Promise<void> {
  press(/^Find and replace$/);
  await until(() => card().querySelector(".ieu-find-form") !== null);
  const [find, replacement] = card().querySelectorAll<HTMLInputElement>(".ieu-find-form .ieu-find-field input");
  type(find, "e");
  type(replacement, "ee");
  await until(() => findButton(/^Replace in /) !== null);
}

function dialog(): HTMLElement {
  return document.querySelector("dialog") ?? document.body;
}

async function askUndo(): Promise<void> {
  press(/^Undo this import$/);
  await until(() => findButton(/^Delete source$/, dialog()) !== null && !hasText(/^Asking the server/, ".ieu-hint"));
}
