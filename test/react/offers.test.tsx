// Offers for a file: converting dates, joining names, repairing text, splitting, the diagnostic report.
import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { choose, renderCard, rowsOf, serve, upload } from "./card.tsx";

afterEach(() => vi.restoreAllMocks());

const germanDates = "user_id,email,registration_date\n1,a@example.com,31.12.2025\n2,b@example.com,05.01.2024\n";

test("dates of another clear format are converted with one click, and back", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, germanDates);
  const offer = await screen.findByRole("group", { name: "Dates in another format" });
  expect(offer).toHaveTextContent("31.12.2025 is read as day, month, year. Convert all 2 values?");
  expect(within(offer).getAllByRole("listitem")[0]).toHaveTextContent("Row 2 31.12.2025 →becomes 2025-12-31");
  within(offer).getByRole("button", { name: "Convert" }).focus();
  await user.keyboard("{Enter}");
  expect(screen.getByRole("group", { name: "Dates in another format" })).toHaveTextContent(
    "2 values converted. Read as day, month, year.",
  );
  expect(screen.getByRole("button", { name: "Undo" })).toHaveFocus();
  expect(screen.getByRole("button", { name: "Ready 2" })).toBeEnabled();
  expect(rowsOf("Preview of the rows")[0]).toEqual(["2", "1", "a@example.com", "2025-12-31"]);
  await user.keyboard("{Enter}");
  expect(screen.getByRole("button", { name: "Convert" })).toHaveFocus();
  expect(screen.getByRole("button", { name: "With problems 2" })).toBeEnabled();
});

test("the offer and its outcome are announced by the same live paragraph", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, germanDates);
  const live = await screen.findByText(/is read as day, month, year/, { selector: "[aria-live=polite]" });
  await user.click(screen.getByRole("button", { name: "Leave as it is" }));
  expect(live).toHaveTextContent(/^Left as they are/);
});

test("day and month are never guessed: both readings are offered", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email,registration_date\n1,a@example.com,03/04/2025\n2,b@example.com,11/12/2024\n");
  await screen.findByText(/in row 2 could be two dates/);
  expect(screen.queryByRole("button", { name: "Convert" })).toBeNull();
  await user.click(await screen.findByRole("button", { name: "March 4, 2025 (month, day, year)" }));
  expect(rowsOf("Preview of the rows").map((row) => row[3])).toEqual(["2025-03-04", "2024-11-12"]);
});

test("ISO dates bring no offer", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email,registration_date\n1,a@example.com,2025-12-31\n");
  expect(screen.queryByRole("group", { name: /^Dates of/ })).toBeNull();
});

test("two date columns of one format are converted with one click, and undone one by one", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email,registration_date,last_login_date\n1,a@example.com,31.12.2024,25.01.2025\n");
  const [both] = await screen.findAllByRole("button", { name: "Convert both date columns" });
  if (both) await user.click(both);
  expect(rowsOf("Preview of the rows")[0]?.slice(3)).toEqual(["2024-12-31", "2025-01-25"]);
  const [undo] = screen.getAllByRole("button", { name: "Undo" });
  if (undo) await user.click(undo);
  expect(rowsOf("Preview of the rows")[0]?.slice(3)).toEqual([expect.stringMatching(/^31\.12\.2024/), "2025-01-25"]);
  expect(screen.queryByRole("button", { name: "Convert both date columns" })).toBeNull();
});

test("a second format in a column is offered for the dates that are not read", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  const dates = ["2025-01-05", "2025-01-06", "2025-01-07", "12/31/2024"];
  const rows = dates.map((date, row) => `${row},u${row}@example.com,${date}\n`);
  await upload(user, `user_id,email,registration_date\n${rows.join("")}`);
  const offer = await screen.findByRole("group", { name: "Dates in another format" });
  expect(offer).toHaveTextContent("12/31/2024 is read as month, day, year. Convert 1 of 4 values?");
  await user.click(within(offer).getByRole("button", { name: "Convert" }));
  expect(rowsOf("Preview of the rows").map((row) => row[3])).toEqual([...dates.slice(0, 3), "2024-12-31"]);
});

test("a third format is offered once the second is read", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  const dates = ["31.12.2024", "30.12.2024", "29.12.2024", "Jan 5, 2025", "2025-01-06"];
  const rows = dates.map((date, row) => `${row},u${row}@example.com,"${date}"\n`);
  await upload(user, `user_id,email,registration_date\n${rows.join("")}`);
  await user.click(await screen.findByRole("button", { name: "Convert" }));
  await user.click(await screen.findByRole("button", { name: "Convert" }));
  expect(rowsOf("Preview of the rows").map((row) => row[3])).toEqual([
    "2024-12-31",
    "2024-12-30",
    "2024-12-29",
    "2025-01-05",
    "2025-01-06",
  ]);
});

test("years of another calendar are asked, never converted", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email,registration_date\n1,a@example.com,25/01/2567\n2,b@example.com,26/01/2567\n");
  await screen.findByText(/25\/01\/2567/, { selector: "[aria-live=polite] *" });
  expect(screen.queryByRole("button", { name: "Convert" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "January 25, 2024 (day, month, year, Thai calendar)" }));
  expect(rowsOf("Preview of the rows").map((row) => row[3])).toEqual(["2024-01-25", "2024-01-26"]);
});

test("placeholders of dates are offered as empty, beside other null texts, and back", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(
    user,
    "user_id,email,name,last_login_date\n1,a@example.com,NULL,1970-01-01\n2,b@example.com,Bo,2025-01-01\n",
  );
  const offer = await screen.findByRole("group", { name: "Dates that stand for no date" });
  expect(offer).toHaveTextContent("1970-01-01 appears in 1 cell, first in row 2.");
  await user.click(within(offer).getByRole("button", { name: "Treat as empty" }));
  const texts = screen.getByRole("group", { name: "Placeholders for empty values" });
  await user.click(within(texts).getByRole("button", { name: "Treat as empty" }));
  expect(rowsOf("Preview of the rows")[0]?.slice(3)).toEqual(["", ""]);
  await user.click(within(texts).getByRole("button", { name: "Undo" }));
  expect(rowsOf("Preview of the rows")[0]?.slice(3)).toEqual(["NULL", ""]);
});

test("what is odd about dates is told, and a clean file tells nothing", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  const header = "user_id,email,registration_date,last_login_date\n";
  await upload(user, `${header}1,a@example.com,2024-05-02,2024-05-01\n2,b@example.com,1985-01-02,2185-03-04 09:00\n`);
  expect(await screen.findByText(/1 row has a last login before the registration, first row 2/)).toBeVisible();
  expect(screen.getByText(/1 date before 1990 in Registration date, first/)).toHaveTextContent("1985-01-02 in row 3");
  expect(screen.getByText(/1 date in the future in Last login date/)).toBeVisible();
  expect(screen.getByText("Times without a time zone are read as UTC.")).toBeVisible();
});

test("years of two digits are never guessed: each reading is offered", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email,Created\n7,ada@example.com,25.01.23\n8,bo@example.com,26.01.24\n");
  const offer = await screen.findByRole("group", { name: "Dates in another format" });
  expect(offer).toHaveTextContent("25.01.23 in row 2 could be two dates, and no other row settles it.");
  expect(within(offer).getByRole("button", { name: "January 23, 2025 (year, month, day)" })).toBeEnabled();
  await user.click(within(offer).getByRole("button", { name: "January 25, 2023 (day, month, year)" }));
  expect(rowsOf("Preview of the rows").map((row) => row[3])).toEqual(["2023-01-25", "2024-01-26"]);
});

test("a known column whose dates can't be read stays, with doubt", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email,Created\n7,ada@example.com,KW 4 2023\n8,bo@example.com,KW 5 2023\n");
  expect(
    await screen.findByText("Created is a known column name, but its dates can't be read: please check"),
  ).toBeVisible();
  expect(screen.queryByText(/columns recognised/)).toBeNull();
});

test("first and last name are joined by the button or the select", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email,Vorname,Nachname\n1,a@example.com,Ada,Lovelace\n");
  await user.click(screen.getByRole("button", { name: "Join Vorname + Nachname → Name" }));
  expect(rowsOf("Preview of the rows")[0]?.[3]).toBe("Ada Lovelace");
  expect(screen.getByRole("combobox", { name: "Name" })).toHaveDisplayValue("Vorname + Nachname");
  await user.keyboard("{Enter}");
  expect(screen.getByRole("combobox", { name: "Name" })).toHaveDisplayValue("Not in this file");
  await user.selectOptions(screen.getByRole("combobox", { name: "Name" }), "Vorname + Nachname");
  expect(rowsOf("Preview of the rows")[0]?.[3]).toBe("Ada Lovelace");
});

const written = `user_id,email,name
1,ada@example.com,"Moore, Ada"
2,<bo@example.com>,"Chan, Bo"
3,Cy <cy@example.com>,"Day, Cy"
4,nobody,"Poe, Di"
`;

test("emails with something around them are taken out by one click, and back", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, written);
  const offer = await screen.findByRole("group", { name: "Emails that can be repaired" });
  expect(offer).toHaveTextContent(
    "2 emails can be repaired, first in row 3: each cell holds exactly one address. 1 other problem stays as in the file.",
  );
  expect(
    within(offer)
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent),
  ).toEqual(["Row 3 <bo@example.com> →becomes bo@example.com", "Row 4 Cy <cy@example.com> →becomes cy@example.com"]);
  within(offer).getByRole("button", { name: "Apply" }).focus();
  await user.keyboard("{Enter}");
  expect(offer).toHaveTextContent("2 emails repaired.");
  expect(within(offer).getByRole("button", { name: "Undo" })).toHaveFocus();
  expect(screen.getByRole("button", { name: "Ready 3" })).toBeEnabled();
  await user.keyboard("{Enter}");
  expect(screen.getByRole("button", { name: "Ready 1" })).toBeEnabled();
});

test("a known column of emails is doubted until they are repaired, and again once the repair is undone", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "Kunden-ID,E-Mail-Adresse\n1,Ada <ada@example.com>\n2,Bo <bo@example.com>\n");
  const offer = await screen.findByRole("group", { name: "Emails that can be repaired" });
  const doubt = /E-Mail-Adresse is a known column name, but its values do not fit: please check/;
  expect(screen.getByText(doubt)).toBeVisible();
  await user.click(within(offer).getByRole("button", { name: "Apply" }));
  expect(screen.queryByText(doubt)).toBeNull();
  await user.click(within(offer).getByRole("button", { name: "Undo" }));
  expect(screen.getByText(doubt)).toBeVisible();
});

test("names with the last name first are turned by one click, or left", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, written);
  const offer = await screen.findByRole("group", { name: "Names with the last name first" });
  expect(offer).toHaveTextContent("All 4 names are written “Last, First”.");
  await user.click(within(offer).getByRole("button", { name: "Apply" }));
  expect(rowsOf("Preview of the rows").map((row) => row[3])).toEqual(["Ada Moore", "Bo Chan", "Cy Day", "Di Poe"]);
  await user.click(within(offer).getByRole("button", { name: "Undo" }));
  await user.click(within(offer).getByRole("button", { name: "Leave as it is" }));
  expect(offer).toHaveTextContent(/^Left as they are/);
  expect(rowsOf("Preview of the rows")[0]?.[3]).toBe("Moore, Ada");
});

test("ids that a spreadsheet shortened are named with the cause, and nothing is to be decided", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email\n9.91214E+15,ada@example.com\n9.91214E+15,bo@example.com\n17,cy@example.com\n");
  const notice = await screen.findByRole("group", { name: "Damaged user IDs" });
  expect(notice).toHaveTextContent(
    /^2 of 3 user IDs were shortened .*, like 9\.91214E\+15, .* first in row 2\. 1 is the same as an earlier one\. They are kept as they are\. Export them again as text/,
  );
  expect(within(notice).queryByRole("button")).toBeNull();
  expect(rowsOf("Preview of the rows")[0]?.[1]).toBe("9.91214E+15");
});

test("emails and names that need no repair bring no question", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email,name\n1,ada@example.com,Ada Moore\n2,nobody,Bo Chan\n");
  expect(screen.queryByRole("button", { name: "Apply" })).toBeNull();
});

function catchDownloads(): { readonly names: string[]; readonly blobs: Blob[] } {
  const caught = { names: [] as string[], blobs: [] as Blob[] };
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => `blob:${caught.blobs.push(blob as Blob)}`);
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    caught.names.push(this.download);
  });
  return caught;
}

test("a file with too many rows is split into numbered files", async () => {
  const user = await renderCard({ fetch: serve().fetch, maxRows: 2 });
  const { names, blobs } = catchDownloads();
  await choose(user, new File(["user_id,email\n1,a@b.example\n2,b@b.example\n3,c@b.example\n"], "big.csv"));
  await user.click(await screen.findByRole("button", { name: "Split into 2 files" }));
  await screen.findByText(/2 files were saved/);
  expect(names).toEqual(["big part 1.csv", "big part 2.csv"]);
  expect(await blobs[1]?.text()).toContain("user_id,email\r\n3,c@b.example\r\n");
});

test("the report is copied without any row of the file", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, germanDates);
  await user.click(screen.getByRole("button", { name: "Copy diagnostic report" }));
  await screen.findByText("Copied");
  const text = await navigator.clipboard.readText();
  expect(JSON.parse(text)).toMatchObject({
    encoding: { name: "utf-8" },
    columns: ["user_id", "email", "registration_date"],
  });
  expect(text).toContain("day_month_year");
  expect(text).not.toContain("example.com");
});

test("where copying is not allowed the report is saved", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, germanDates);
  const { names } = catchDownloads();
  vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new DOMException("no", "NotAllowedError"));
  await user.click(screen.getByRole("button", { name: "Copy diagnostic report" }));
  await waitFor(() => expect(names).toEqual(["users diagnostic report.json"]));
  expect(await screen.findByText(/saved to your downloads/)).toBeVisible();
});

const mistyped = `user_id,email,name
${Array.from({ length: 30 }, (_, row) => `${row},u${row}@example.org,User ${row}\n`).join("")}`;

test("a mistyped domain is offered by itself, with its count and rows, and replaced only on request", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, `${mistyped}a,ada@gmial.com,Ada\nb,bo@gmail.con,Bo\nc,cy@gmial.com,Cy\n`);
  const offer = await screen.findByRole("group", { name: "Mistyped domain gmial.com" });
  expect(offer).toHaveTextContent("2 emails end with gmial.com, first in row 32. Probably gmail.com is meant.");
  expect(within(offer).getAllByRole("listitem")[0]).toHaveTextContent("Row 32 ada@gmial.com →becomes ada@gmail.com");
  await user.click(within(offer).getByRole("button", { name: "Apply" }));
  expect(offer).toHaveTextContent("gmial.com replaced by gmail.com in 2 emails.");
  await user.type(screen.getByRole("searchbox"), "gm");
  const emails = () => rowsOf("Preview of the rows").map((row) => row[2]);
  await waitFor(() => expect(emails()).toEqual(["ada@gmail.com", "bo@gmail.con", "cy@gmail.com"]));
  const other = screen.getByRole("group", { name: "Mistyped domain gmail.con" });
  await user.click(within(other).getByRole("button", { name: "Leave as it is" }));
  expect(other).toHaveTextContent("gmail.con is left as it is.");
  await user.click(within(offer).getByRole("button", { name: "Undo" }));
  expect(emails()).toEqual(["ada@gmial.com", "bo@gmail.con", "cy@gmial.com"]);
});

test("a file without mistyped domains folds its mapping away", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, `${mistyped}a,ada@gmx.de,Ada\nb,bo@gmx.net,Bo\nc,cy@ymail.com,Cy\nd,di@acme.co,Di\n`);
  expect(await screen.findByRole("button", { name: /All 3 columns recognised/ })).toBeVisible();
  expect(screen.queryByRole("group", { name: /^Mistyped/ })).toBeNull();
});

test("at most two offers are open: the others are one line each, and open by a click or a key", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  const domains = ["gmial.com", "gmail.con", "hotnail.com", "yaho.com"];
  await upload(user, `${mistyped}${domains.map((domain, row) => `${row}x,ada${row}@${domain},Ada\n`).join("")}`);
  const group = (domain: string) => screen.getByRole("group", { name: `Mistyped domain ${domain}` });
  await screen.findByRole("group", { name: "Mistyped domain yaho.com" });
  const open = () => domains.filter((domain) => within(group(domain)).queryByRole("button", { name: "Apply" }));
  expect(open()).toEqual(["gmial.com", "gmail.con"]);
  within(group("yaho.com"))
    .getByRole("button", { name: /1 email ends with yaho.com/ })
    .focus();
  await user.keyboard("{Enter}");
  expect(open()).toEqual(["gmial.com", "yaho.com"]);
  expect(within(group("yaho.com")).getByRole("button", { name: "Apply" })).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(within(group("yaho.com")).getByRole("button", { name: "Undo" })).toHaveFocus();
  expect(open()).toEqual(["gmial.com", "gmail.con"]);
  expect(screen.getAllByRole("button", { name: "Undo" })).toHaveLength(1);
});

test("a file without ids is no dead end: its email can be the user ID, with what that means later", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "Email,Name\nAda@example.com,Ada\nbo@example.com,Bo\n");
  const offer = await screen.findByRole("group", { name: "Email as user ID" });
  expect(offer).toHaveTextContent(
    "No User ID column was found. Email can be the User ID too. It is stored once and does not change: a user with another email later keeps the old one as User ID.",
  );
  await user.click(within(offer).getByRole("button", { name: "Use Email as User ID too" }));
  expect(screen.getByRole("combobox", { name: "User ID" })).toHaveDisplayValue("The email");
  expect(rowsOf("Preview of the rows")[0]).toEqual(["2", "ada@example.com", "Ada@example.com", "Ada"]);
  expect(screen.getByRole("button", { name: "Start import" })).not.toHaveAttribute("aria-disabled");
  await user.click(within(offer).getByRole("button", { name: "Undo" }));
  expect(screen.getByRole("combobox", { name: "User ID" })).toHaveDisplayValue("Choose a column");
});

const withoutNames = "user_id,email,Vorname,Nachname\n1,a@example.com,Ada,Lovelace\n2,b@example.com,Alan,Turing\n";
const withoutIds = "Email,Name\nann@example.com,Ann\nBo@Example.com,Bo\n";
const withoutDates =
  "user_id,email,last_login\n1,a@example.com,Never\n2,b@example.com,2025-01-05\n3,c@example.com,NULL\n";

// Without a required column there is no preview.
const rows = () => screen.queryByRole("table", { name: "Preview of the rows" }) && rowsOf("Preview of the rows");

describe("an offer shows rows as proof, can be left as it is, and asked again", () => {
  test.each<[string, string, string, string[], string, RegExp]>([
    [
      "names in two columns",
      withoutNames,
      "Join Vorname + Nachname → Name",
      ["Row 2 Ada | Lovelace →becomes Ada Lovelace", "Row 3 Alan | Turing →becomes Alan Turing"],
      "Join Vorname + Nachname → Name",
      /^Left as they are\. Name stays empty/,
    ],
    [
      "the email as user ID",
      withoutIds,
      "Email as user ID",
      ["Row 3 Bo@Example.com →becomes bo@example.com", "Row 2 ann@example.com →becomes ann@example.com"],
      "Use Email as User ID too",
      /^The email is not used\. Choose a column for User ID/,
    ],
    [
      "placeholders",
      withoutDates,
      "Placeholders for empty values",
      ["Row 2 Never →becomes empty", "Row 4 NULL →becomes empty"],
      "Treat as empty",
      /^Left as written: Never, NULL/,
    ],
  ])("%s", async (_, file, name, proof, apply, left) => {
    const user = await renderCard({ fetch: serve().fetch });
    await upload(user, file);
    const offer = await screen.findByRole("group", { name });
    expect(
      within(offer)
        .getAllByRole("listitem")
        .map(({ textContent }) => textContent),
    ).toEqual(proof);
    const before = rows();
    within(offer).getByRole("button", { name: "Leave as it is" }).focus();
    await user.keyboard("{Enter}");
    expect(offer).toHaveTextContent(left);
    expect(rows()).toEqual(before);
    expect(within(offer).getByRole("button", { name: "Undo" })).toHaveFocus();
    await user.selectOptions(screen.getByRole("combobox", { name: "Encoding" }), "windows-1252");
    await screen.findByText("chosen by you");
    const again = await screen.findByRole("group", { name });
    expect(again).toHaveTextContent(left);
    await user.click(within(again).getByRole("button", { name: "Undo" }));
    expect(within(again).getByRole("button", { name: apply })).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(
      within(again)
        .getAllByRole("button")
        .map(({ textContent }) => textContent),
    ).toEqual(["Undo"]);
    expect(rows()).not.toEqual(before);
  });
});
