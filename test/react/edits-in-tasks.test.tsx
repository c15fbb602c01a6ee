// Edits of many rows: the state is new at once, and the screen is drawn in the next task, from whole states only.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { textRepairs } from "../../src/csv/rows/repairs.ts";
import type { ImporterActions } from "../../src/importer/actions.ts";
import { createImporter, type Importer } from "../../src/importer/importer.ts";
import type { ImporterState } from "../../src/importer/state.ts";
import { subscribeInTasks } from "../../src/react/hooks/subscribe-in-tasks.ts";

const header = "user_id,email,name,registration_date";

function file(rows: number, name = "users.csv", email = (at: number) => `mailto:p${at}@gmial.com`): File {
  const lines = Array.from({ length: rows }, (_, at) => `${at},${email(at)},"Doe, Jo",31.12.2025`);
  return new File([[header, ...lines].join("\n")], name);
}

async function open(chosen: File): Promise<Importer> {
  const importer = createImporter({ client: { importUsers: () => Promise.reject(new Error("Nothing is sent.")) } });
  await read(importer, chosen);
  return importer;
}

async function read(importer: Importer, chosen: File): Promise<void> {
  const isRead = new Promise<void>((resolve) => {
    const stop = importer.subscribe(() => {
      if (importer.getState().status !== "reviewing") return;
      stop();
      resolve();
    });
  });
  importer.actions.chooseFiles([chosen]);
  await isRead;
}

// The tasks that wait for their turn.
let waiting: (() => void)[] = [];

beforeEach(() => {
  waiting = [];
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function holdTasks(): void {
  vi.stubGlobal("scheduler", { yield: () => new Promise<void>((resolve) => waiting.push(resolve)) });
}

async function runTasks(): Promise<void> {
  for (const run of waiting.splice(0)) run();
  await Promise.resolve();
  await Promise.resolve();
}

function reviewOf(state: ImporterState) {
  if (state.status !== "reviewing") throw new Error(`The state is ${state.status}.`);
  return state.review;
}

const search = { field: "email", find: "p", replacement: "q", isWholeCell: false } as const;

const manyRows: [name: string, edit: (actions: ImporterActions) => void][] = [
  ["dates that are converted", (actions) => actions.convertDates("registrationDate", "day_month_year")],
  ["emails that are repaired", (actions) => actions.repairTexts("email", textRepairs.email)],
  ["names that are turned", (actions) => actions.repairTexts("name", textRepairs.name)],
  ["a domain that is corrected", (actions) => actions.repairDomain("gmial.com", "gmail.com")],
  ["texts that are read as empty", (actions) => actions.emptyTexts(["Doe, Jo"])],
  ["a text that is replaced", (actions) => actions.replaceTexts(search)],
];

test.each(manyRows)("%s are drawn in the next task, with 1,001 rows", async (_, edit) => {
  const importer = await open(file(1_001));
  holdTasks();
  const before = reviewOf(importer.getState());
  const draw = vi.fn();
  const stop = subscribeInTasks(importer, draw);
  edit(importer.actions);
  expect(reviewOf(importer.getState()).rows).not.toBe(before.rows);
  expect(draw).not.toHaveBeenCalled();
  await runTasks();
  expect(draw).toHaveBeenCalledOnce();
  stop();
});

/** Expects an edit of a file with so many rows to be drawn before it returns. */
async function expectDrawnAtOnce(rows: number, edit: (actions: ImporterActions) => void): Promise<void> {
  const importer = await open(file(rows));
  holdTasks();
  const draw = vi.fn();
  const stop = subscribeInTasks(importer, draw);
  edit(importer.actions);
  expect(draw).toHaveBeenCalledOnce();
  stop();
}

test.each(manyRows)("%s are drawn at once, with 1,000 rows", (_, edit) => expectDrawnAtOnce(1_000, edit));

const atOnce: [name: string, edit: (actions: ImporterActions) => void][] = [
  ["A typed name of the source", (actions) => actions.nameSource("Anna's file")],
  ["A column that is chosen", (actions) => actions.assignColumn("name", null)],
  ["A corrected cell", (actions) => actions.correctCell(2, "email", "one@example.com")],
  ["Rows that are left out", (actions) => actions.leaveOutRows([2, 3])],
];

test.each(atOnce)("%s is drawn at once, with any number of rows", (_, edit) => expectDrawnAtOnce(1_001, edit));

test("what is done before an edit was drawn is applied after it, and both are drawn", async () => {
  const importer = await open(file(1_001));
  holdTasks();
  const drawn: ReturnType<typeof reviewOf>[] = [];
  const stop = subscribeInTasks(importer, () => drawn.push(reviewOf(importer.getState())));
  importer.actions.repairTexts("email", textRepairs.email);
  importer.actions.correctCell(3, "email", "typed@example.com");
  expect(
    drawn
      .at(-1)
      ?.rows.slice(0, 2)
      .map(({ input }) => input.email),
  ).toEqual(["p0@gmial.com", "typed@example.com"]);
  importer.actions.repairTexts("email", null);
  await runTasks();
  expect(drawn.at(-1)?.rows[0]?.input.email).toBe("mailto:p0@gmial.com");
  stop();
});

test("a card that was left is not drawn any more", async () => {
  const importer = await open(file(1_001));
  holdTasks();
  const draw = vi.fn();
  const stop = subscribeInTasks(importer, draw);
  importer.actions.repairTexts("email", textRepairs.email);
  stop();
  await runTasks();
  expect(draw).not.toHaveBeenCalled();
});

test("a corrected file is compared before it is offered, and its corrections are drawn in the next task", async () => {
  const importer = await open(file(1_001));
  const lines = Array.from({ length: 1_001 }, (_, at) => `${at},p${at}@example.com,"Doe, Jo",31.12.2025,${at + 2}`);
  await read(importer, new File([[`${header},import_row`, ...lines].join("\n")], "corrected.csv"));
  holdTasks();
  const draw = vi.fn();
  const stop = subscribeInTasks(importer, draw);
  importer.actions.decideMerge("apply");
  expect(draw).not.toHaveBeenCalled();
  await runTasks();
  expect(draw).toHaveBeenCalledOnce();
  expect(reviewOf(importer.getState()).rows[0]?.input.email).toBe("p0@example.com");
  stop();
});
