// The words as a host replaces them: all of them, some of them, and those of another language.
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { rowStatuses } from "../../src/contract/status.ts";
import { german } from "../../src/react/messages/de.ts";
import { english } from "../../src/react/messages/en.ts";
import { createFormat } from "../../src/react/messages/format.ts";
import { type CardProps, card, choose, guideFile, press, renderCard, serve, upload } from "./card.tsx";
import { markedMessages as marked, unmarkedTexts } from "./marked-messages.ts";

const problems = `user_id,email,name,registration_date,extra
legacy_1001,user.one@example.com,User One,2024-01-10,first
legacy_1002,wrong,User Two,31.04.2021,second
legacy_1003,user.one@example.com,,,
`;
const strange = "Kunde;Post;Vorname;Nachname;Angelegt\nK1;a@example.com;Ann;Bee;13.04.2021\n";

// What a person brought, and the guide's own codes.
const data = [
  ...`${problems}${strange}`.split(/[,;\n]/),
  "users.csv",
  "Acme Portal",
  "empty.csv",
  "User Export 2026-04-01",
  ...rowStatuses,
]
  .filter((value) => value !== "")
  .sort((a, b) => b.length - a.length);

function expectOnlyMessages(state: string): void {
  const dialogs = screen.queryAllByRole("dialog");
  const found = [card(), ...dialogs].flatMap((root) => unmarkedTexts(root, data));
  expect(found, state).toEqual([]);
}

test("every text and every accessible name can be replaced", async () => {
  vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:1");
  const user = await renderCard({
    fetch: serve("realistic").fetch,
    messages: marked,
    appName: "Acme Portal",
    defaultSourceName: "users.csv",
  });
  await screen.findByRole("table", { name: marked.sources.caption });
  expectOnlyMessages("idle");
  await choose(user, new File([], "empty.csv"));
  await screen.findByText(marked.refusals.empty_file.title);
  expectOnlyMessages("refused");
  await upload(user, strange);
  expectOnlyMessages("columns and offers");
  await upload(user, problems);
  expectOnlyMessages("preview");
  await press(user, marked.check.button);
  await screen.findByRole("button", { name: marked.check.again });
  expectOnlyMessages("checked");
  await press(user, marked.start.button);
  await screen.findByRole("heading", { name: marked.result.heading });
  expectOnlyMessages("result");
  await press(user, marked.result.undo);
  const dialog = within(await screen.findByRole("dialog"));
  await waitFor(() => expect(dialog.queryByText(marked.deletion.checking)).toBeNull());
  expectOnlyMessages("dialog");
  await user.click(dialog.getByRole("button", { name: marked.deletion.delete }));
  await screen.findByText(marked.result.undone);
  expectOnlyMessages("undone");
});

test("a failure can be replaced, too", async () => {
  const broken = serve("forbidden");
  const working = serve("realistic");
  const user = await renderCard({
    fetch: (url, init) => (init.method === "POST" ? broken : working).fetch(url, init),
    messages: marked,
    defaultSourceName: "users.csv",
  });
  await upload(user, guideFile);
  await press(user, marked.start.button);
  await screen.findByRole("heading", { name: marked.failures.forbidden.title });
  const known = [...data, ...guideFile.split(/[,\n]/)].filter(Boolean).sort((a, b) => b.length - a.length);
  expect(unmarkedTexts(card(), known)).toEqual([]);
});

test("in German, from the file to the rollback", async () => {
  const user = await renderCard({
    fetch: serve("realistic").fetch,
    messages: german,
    locale: "de",
    appName: "Acme Portal",
  });
  await upload(user, problems);
  expect(screen.getByRole("heading", { name: "Vorschau und Spaltenzuordnung" })).toBeVisible();
  const start = screen.getByRole("button", { name: "Import starten" });
  expect(start).toHaveAccessibleDescription(
    "3 Nutzer aus users.csv werden an Acme Portal gesendet; 1 hat Probleme und wird als invalid_row gemeldet",
  );
  expect(englishIn(card())).toEqual([]);
  await press(user, "Import starten");
  await screen.findByRole("heading", { name: "Importergebnis" });
  expect(screen.getByRole("button", { name: "ungültige Zeile 1" })).toBeEnabled();
  expect(englishIn(card())).toEqual([]);
  await press(user, "Import rückgängig machen");
  const dialog = within(await screen.findByRole("dialog"));
  await dialog.findByText(/Entfernt/);
  expect(englishIn(card())).toEqual([]);
  await user.click(dialog.getByRole("button", { name: "Quelle löschen" }));
  expect(await screen.findByText("Dieser Import wurde rückgängig gemacht.")).toBeVisible();
});

test("the German texts leave no English text and change no code", () => {
  const texts = new Map(leavesOf(english));
  const same = leavesOf(german).filter(([path, text]) => texts.get(path) === text && /\p{L}{2}/u.test(text));
  const names = /^encoding\.names\.|^fields\.name$|^sources\.name$|^result\.statusColumn$|^mapping\.optional$/;
  expect(same.filter(([path]) => !names.test(path))).toEqual([]);
});

test("missing texts, and values of another type, stay English", async () => {
  const messages = {
    card: { title: "Mine" },
    file: { upload: undefined, drop: null, size: "no function" },
    start: null,
  };
  await renderCard({ fetch: serve().fetch, messages: messages as never, id: "mine" });
  expect(screen.getByRole("heading", { name: "Mine" })).toBeVisible();
  expect(screen.getByRole("button", { name: "Upload CSV" })).toBeVisible();
  expect(screen.getByText(english.file.drop)).toBeVisible();
});

test("numbers, dates and plurals follow the locale, also with English words", async () => {
  const lines = Array.from({ length: 1_234 }, (_, index) => `id${index},user${index}@example.com`);
  const user = await renderCard({ fetch: serve().fetch, locale: "de" });
  await upload(user, `user_id,email\n${lines.join("\n")}\n`);
  expect(screen.getByText("Rows 1–50 of 1.234")).toBeVisible();
  const polish: CardProps["messages"] = {
    table: { range: (from, _to, _total, format) => format.count(from, { few: "# wiersze", other: "# wierszy" }) },
  };
  expect(polish?.table?.range?.(3, 0, 0, createFormat("pl"))).toBe("3 wiersze");
});

// English sentences that appear on the screen as they are.
function englishIn(root: Element): string[] {
  const sentences = leavesOf(english)
    .filter(([path, text]) => text.includes(" ") && !path.startsWith("encoding.names."))
    .map(([, text]) => text);
  return sentences.filter((text) => root.textContent?.includes(text));
}

function leavesOf(tree: object, path = ""): [path: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => {
    if (typeof value === "string") return [[path + key, value]];
    return typeof value === "object" ? leavesOf(value as object, `${path}${key}.`) : [];
  });
}
