// Offers about a file as a whole: damaged texts, and rows with more cells than the header.
import { screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { renderCard, rowsOf, serve, upload } from "./card.tsx";

const names = () => rowsOf("Preview of the rows").map((row) => row[3]);
const offer = (name: string) => screen.findByRole("group", { name });

async function press(user: UserEvent, label: string, button: string): Promise<void> {
  within(await offer(label))
    .getByRole("button", { name: button })
    .focus();
  await user.keyboard("{Enter}");
}

describe("damaged texts are offered beside their column, repaired by one click, and back", () => {
  test.each<[string, string, string, string, RegExp]>([
    ["letters encoded twice", "JÃ¶rg MÃ¼ller", "Jörg Müller", "Letters that were encoded twice", /repaired in 1 row/],
    ["codes of HTML", "O&#039;Brien", "O'Brien", "HTML codes in texts", /decoded in 1 row/],
    ["bytes of Python", "b'Zo\\xc3\\xab'", "Zoë", "Texts written as Python bytes", /decoded in 1 row/],
    ["quoted-printable", "Fran=C3=A7ois", "François", "Codes in place of letters", /decoded in 1 row/],
  ])("%s", async (_, written, meant, label, done) => {
    const user = await renderCard({ fetch: serve().fetch });
    await upload(user, `user_id,email,name\n1,a@example.com,Ann\n2,b@example.com,${written}\n`);
    const found = await offer(label);
    expect(found.closest("li")).toHaveTextContent(/^Name/);
    expect(found).toHaveTextContent(/^1 row contains .*, first in row 3\./);
    expect(within(found).getByRole("listitem")).toHaveTextContent(`Row 3 ${written} →becomes ${meant}`);
    expect(screen.queryByRole("list", { name: "Noticed in the file" })).toBeNull();
    await press(user, label, "Apply");
    await within(await offer(label)).findByText(done);
    expect(within(await offer(label)).getByRole("button", { name: "Undo" })).toHaveFocus();
    expect(names()).toEqual(["Ann", meant]);
    await user.keyboard("{Enter}");
    await within(await offer(label)).findByRole("button", { name: "Apply" });
    expect(names()).toEqual(["Ann", written]);
    await press(user, label, "Leave as it is");
    expect(await offer(label)).toHaveTextContent(/^Left as they are.*Undo$/);
    expect(names()).toEqual(["Ann", written]);
  });
});

test("damaged names of columns are recognised and told as written, and nothing is asked", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email,Date d&#39;inscription\n1,a@example.com,2024-05-01\n");
  const told = await screen.findByRole("list", { name: "Noticed in the file" });
  expect(told).toHaveTextContent(
    "1 damaged column name is read without the damage: “Date d&#39;inscription” as “Date d'inscription”.",
  );
  expect(rowsOf("Preview of the rows")[0]).toContain("2024-05-01");
  expect(screen.queryByRole("button", { name: "Apply" })).toBeNull();
});

test("each damage is a decision of its own, and a repair leaves the other ones open", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email,name\n1,a@example.com,J&ouml;rg\n2,b@example.com,b'Bo'\n3,c@example.com,KÃ¶hler\n");
  const open = () => screen.queryAllByRole("button", { name: "Apply" }).length;
  expect(open()).toBe(2);
  await press(user, "HTML codes in texts", "Apply");
  await screen.findByText(/HTML codes were decoded in 1 row/);
  expect([names(), open()]).toEqual([["Jörg", "b'Bo'", "KÃ¶hler"], 2]);
  await press(user, "Letters that were encoded twice", "Leave as it is");
  await press(user, "Texts written as Python bytes", "Apply");
  await screen.findByText(/Python bytes were decoded in 1 row/);
  expect([names(), open()]).toEqual([["Jörg", "Bo", "KÃ¶hler"], 0]);
  expect(screen.getAllByRole("button", { name: "Undo" })).toHaveLength(3);
});

test("damage in a column that is not imported is told, and nothing is asked", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email,name,remark\n1,a@example.com,Ann,caf&eacute;\n");
  expect(await screen.findByRole("list", { name: "Noticed in the file" })).toHaveTextContent(/^1 row contains HTML/);
  expect(screen.queryByRole("button", { name: "Apply" })).toBeNull();
});

test("damage in several columns names them, and emails hidden in it are found by the repair", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "k,m,n\nb'17',b'ann@example.com',b'Ann'\nb'18',b'bo@example.com',b'Bo'\n");
  expect(await offer("Texts written as Python bytes")).toHaveTextContent(/In the columns k, m, and n\./);
  await press(user, "Texts written as Python bytes", "Apply");
  await screen.findByText(/Python bytes were decoded in 2 rows/);
  expect(screen.getByRole("combobox", { name: "Email" })).toHaveDisplayValue("m");
});

const long = "user_id,email,name,city\n1,a@example.com,Ann,Leeds\n2,b@example.com,Chan, Bo,York\n";

test("a value that was split is offered to be joined, with its cells as proof, and back", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, long);
  const label = "Values split at the delimiter";
  const found = await offer(label);
  expect(found.closest("li")).toHaveTextContent(/^Name/);
  expect(found).toHaveTextContent(/^1 row has more cells than the header, first in row 3\./);
  expect(within(found).getByRole("listitem")).toHaveTextContent("Row 3 Chan | Bo →becomes Chan, Bo");
  await press(user, label, "Join the cells");
  await screen.findByText(/In 1 row the cells of a split value were joined/);
  expect(within(await offer(label)).getByRole("button", { name: "Undo" })).toHaveFocus();
  expect(names()).toEqual(["Ann", "Chan, Bo"]);
  await user.keyboard("{Enter}");
  await within(await offer(label)).findByRole("button", { name: "Join the cells" });
  await press(user, label, "Ignore the extra cells");
  await screen.findByText(/In 1 row the cells beyond the header are ignored/);
  expect(names()).toEqual(["Ann", "Chan"]);
});

test("rows of which nobody knows what was split are a decision of their own", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, `${long}3,c@example.com,Li,Jo,Bath\n`);
  const extra = await offer("Rows with extra cells");
  expect(within(extra).getByRole("listitem")).toHaveTextContent("Row 4 … | Li | Jo | Bath →becomes … | Li | Jo");
  await press(user, "Rows with extra cells", "Leave as it is");
  expect(extra).toHaveTextContent(/^Left as they are/);
  await press(user, "Values split at the delimiter", "Join the cells");
  await screen.findByText(/In 1 row the cells of a split value were joined/);
  expect(await offer("Rows with extra cells")).toHaveTextContent(/^Left as they are/);
  expect(screen.getByRole("button", { name: "With problems 1" })).toBeEnabled();
});

test("extra cells behind all columns that are imported are told, and nothing is asked", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  const dates = "2026-05-01,x\n2,b@example.com,Bo,2026-05-02,y, z\n";
  await upload(user, `user_id,email,name,last_login_date,note\n1,a@example.com,Ann,${dates}`);
  expect(await screen.findByText(/1 row has more cells than the header/)).toBeVisible();
  expect(screen.queryByRole("group", { name: /Values split|Rows with extra/ })).toBeNull();
});
