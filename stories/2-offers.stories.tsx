// Stories of the second step: offers to convert dates, join names and repair text, and the diagnostic report.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../src/index.ts";
import { xlsx } from "../src/xlsx/index.ts";
import { type Card, onCard } from "./setup/card.ts";
import { bytesFile, paddedFile, textFile } from "./setup/files.ts";
import { serve } from "./setup/portal.ts";

const meta: Meta<ImportExistingUsersProps> = {
  title: "2 Preview/Offers",
  component: ImportExistingUsers,
  beforeEach: serve("empty"),
};

// Stories with the tag "!test" are shown but not run: test/react/offers.test.tsx proves the same.
export default meta;
type Story = StoryObj<ImportExistingUsersProps>;

function datesFile(...dates: readonly string[]): File {
  const rows = dates.map((date, index) => `${index + 1},user${index + 1}@example.com,User ${index + 1},${date}`);
  return textFile(`user_id,email,name,registration_date\n${rows.join("\n")}\n`, "dates.csv");
}

function offer(card: Card, name: string): Promise<HTMLElement> {
  return card.findByRole("group", { name });
}

export const DatesOffered: Story = {
  play: onCard(async (card) => {
    await card.review(datesFile("31.12.2025", "05.01.2024", "17.03.2023"));
    const dates = await offer(card, "Dates in another format");
    await expect(dates).toHaveTextContent("31.12.2025 is read as day, month, year. Convert all 3 values?");
    await expect(within(dates).getAllByRole("listitem")).toHaveLength(3);
    await expect(card.button("With problems 3")).toBeVisible();
  }),
};

export const DatesConverted: Story = {
  play: onCard(async (card) => {
    await card.review(datesFile("31.12.2025", "05.01.2024", "17.03.2023"));
    await card.press("Convert");
    await expect(await offer(card, "Dates in another format")).toHaveTextContent(
      "3 values converted. Read as day, month, year.",
    );
    await waitFor(() => expect(card.button("Undo")).toHaveFocus());
    await expect(card.button("Ready 3")).toBeVisible();
    await expect(card.getByRole("cell", { name: "2025-12-31" })).toBeVisible();
  }),
};

export const DatesLeft: Story = {
  play: onCard(async (card) => {
    await card.review(datesFile("1735603200", "1704067200"));
    await card.press("Leave as it is");
    await expect(await offer(card, "Dates in another format")).toHaveTextContent(/Left as they are/);
    await card.press("Undo");
    await waitFor(() => expect(card.button("Convert")).toHaveFocus());
  }),
};

export const DayOrMonthAsked: Story = {
  play: onCard(async (card) => {
    await card.review(datesFile("04/04/2025", "03/04/2025", "11/12/2024"));
    const dates = await offer(card, "Dates in another format");
    await expect(dates).toHaveTextContent("03/04/2025 in row 3 could be two dates");
    await expect(card.button("April 3, 2025 (day, month, year)")).toBeEnabled();
    await expect(card.button("March 4, 2025 (month, day, year)")).toBeEnabled();
    await expect(card.queryByRole("button", { name: "Convert" })).toBeNull();
  }),
};

const twoNames = "user_id,email,First name,Last name\n1,ada@example.com,Ada,Lovelace\n2,alan@example.com,Alan,Turing\n";

export const NamesOffered: Story = {
  play: onCard(async (card) => {
    await card.review(textFile(twoNames, "two-names.csv"));
    await expect(await offer(card, "Join First name + Last name → Name")).toHaveTextContent(
      /No column contains the full name.*Row 2 Ada \| Lovelace →becomes Ada Lovelace/,
    );
    await expect(card.button("Join First name + Last name → Name")).toBeEnabled();
  }),
};

export const NamesLeft: Story = {
  play: onCard(async (card) => {
    await card.review(textFile(twoNames, "two-names.csv"));
    const names = await offer(card, "Join First name + Last name → Name");
    await userEvent.click(within(names).getByRole("button", { name: "Leave as it is" }));
    await expect(names).toHaveTextContent(/^Left as they are/);
    await waitFor(() => expect(within(names).getByRole("button", { name: "Undo" })).toHaveFocus());
  }),
};

export const NamesJoined: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    await card.review(textFile(twoNames, "two-names.csv"));
    await card.press("Join First name + Last name → Name");
    await waitFor(() => expect(card.button("Undo")).toHaveFocus());
    await expect(card.getByRole("combobox", { name: "Name" })).toHaveDisplayValue("First name + Last name");
    await expect(card.getByRole("cell", { name: "Ada Lovelace" })).toBeVisible();
    await userEvent.selectOptions(card.getByRole("combobox", { name: "Name" }), "Not in this file");
    await expect(card.queryByRole("cell", { name: "Ada Lovelace" })).toBeNull();
    await userEvent.selectOptions(card.getByRole("combobox", { name: "Name" }), "First name + Last name");
    await expect(card.getByRole("cell", { name: "Ada Lovelace" })).toBeVisible();
  }),
};

const written = `user_id,email,name
1,ada@example.com,"Lovelace, Ada"
2,<alan@example.com>,"Turing, Alan"
3,“grace@example.com”,"Hopper, Grace"
4,Edsger Dijkstra <edsger@example.com>,"Dijkstra, Edsger"
5,mailto:barbara@example.com,"Liskov, Barbara"
6,nobody,"Knuth, Donald"
`;

export const RepairsOffered: Story = {
  play: onCard(async (card) => {
    await card.review(textFile(written, "written-otherwise.csv"));
    const emails = await offer(card, "Emails that can be repaired");
    await expect(emails).toHaveTextContent(
      "4 emails can be repaired, first in row 3: each cell holds exactly one address.",
    );
    await expect(within(emails).getAllByRole("listitem")).toHaveLength(3);
    await expect(await offer(card, "Names with the last name first")).toHaveTextContent(/All 6 names are written/);
  }),
};

export const RepairsApplied: Story = {
  play: onCard(async (card) => {
    await card.review(textFile(written, "written-otherwise.csv"));
    for (const name of ["Emails that can be repaired", "Names with the last name first"]) {
      await userEvent.click(within(await offer(card, name)).getByRole("button", { name: "Apply" }));
    }
    await expect(card.button("Ready 5")).toBeVisible();
    await expect(card.getByRole("gridcell", { name: "Barbara Liskov" })).toBeVisible();
    await expect(card.getAllByRole("button", { name: "Undo" })).toHaveLength(2);
  }),
};

const padded = paddedFile([1002, 17, 345, 8], "00000");

export const PaddedNumbersOffered: Story = {
  args: { workbooks: xlsx },
  play: onCard(async (card) => {
    await card.review(padded);
    const numbers = await offer(card, "Numbers shown in another form");
    await expect(numbers).toHaveTextContent(/4 numbers are shown with leading zeros .* They are read as shown\./);
    await expect(within(numbers).getAllByRole("listitem")).toHaveLength(3);
    await expect(card.getByRole("cell", { name: "01002" })).toBeVisible();
  }),
};

export const PaddedNumbersAsStored: Story = {
  args: { workbooks: xlsx },
  play: onCard(async (card) => {
    await card.review(padded);
    await card.press("Read as stored");
    await waitFor(() => expect(card.getByRole("cell", { name: "1002" })).toBeVisible());
    await expect(await offer(card, "Numbers shown in another form")).toHaveTextContent(
      /They are read as stored\. ?Undo$/,
    );
  }),
};

const mistyped = ["gmial.com", "gmail.con", "gmial.com", "hotnail.com", "yaho.com"];

export const MistypedDomains: Story = {
  play: onCard(async (card) => {
    const rows = [...Array<string>(20).fill("example.org"), ...mistyped].map(
      (domain, row) => `${row},u${row}@${domain}`,
    );
    await card.review(textFile(`user_id,email\n${rows.join("\n")}\n`, "mistyped.csv"));
    const first = await offer(card, "Mistyped domain gmial.com");
    await expect(first).toHaveTextContent("2 emails end with gmial.com, first in row 22. Probably gmail.com is meant.");
    await expect(card.getAllByRole("button", { name: "Apply" })).toHaveLength(2);
    await userEvent.click(within(first).getByRole("button", { name: "Apply" }));
    await waitFor(() => expect(within(first).getByRole("button", { name: "Undo" })).toHaveFocus());
    await card.press(/^Mistyped domain yaho.com/);
    await expect(card.getAllByRole("button", { name: "Apply" })).toHaveLength(2);
  }),
};

const withoutIds = "Email,Name\nada@example.com,Ada\nBo@Example.com,Bo\n";

export const EmailAsUserIdOffered: Story = {
  play: onCard(async (card) => {
    await card.review(textFile(withoutIds, "newsletter.csv"));
    await expect(await offer(card, "Email as user ID")).toHaveTextContent(
      /Row 3 Bo@Example.com →becomes bo@example.com/,
    );
    await expect(card.button("Leave as it is")).toBeEnabled();
  }),
};

export const EmailAsUserId: Story = {
  play: onCard(async (card) => {
    await card.review(textFile(withoutIds, "newsletter.csv"));
    await card.press("Use Email as User ID too");
    await expect(await offer(card, "Email as user ID")).toHaveTextContent(/is used as User ID too, in lower case/);
    await expect(card.button("Ready 2")).toBeVisible();
  }),
};

export const PlaceholdersOffered: Story = {
  play: onCard(async (card) => {
    await card.review(
      textFile("user_id,email,last_login\n1,ada@example.com,Never\n2,bo@example.com,2025-01-05\n", "placeholders.csv"),
    );
    const texts = await offer(card, "Placeholders for empty values");
    await expect(texts).toHaveTextContent(/Row 2 Never →becomes empty/);
    await userEvent.click(within(texts).getByRole("button", { name: "Leave as it is" }));
    await expect(texts).toHaveTextContent(/^Left as written: Never/);
    await userEvent.click(within(texts).getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(within(texts).getByRole("button", { name: "Treat as empty" })).toHaveFocus());
  }),
};

const twice = `user_id,email,name
1,ada@example.com,Ada
2,alan@example.com,Alan
3,ada@example.com,Ada L.
4,grace@example.com,Grace
1,edsger@example.com,Edsger
`;

export const DuplicatesOffered: Story = {
  play: onCard(async (card) => {
    await card.review(textFile(twice, "twice.csv"));
    const emails = await offer(card, "Repeated emails");
    await expect(emails).toHaveTextContent(
      /^1 row repeats the email of an earlier row.*Row 2 1 · ada@.*Row 4 3 · ada@/,
    );
    await expect(await offer(card, "Repeated user IDs")).toHaveTextContent(/Row 2 1 · ada.*Row 6 1 · edsger/);
    await card.press("Leave out 1 duplicate");
    await expect(emails).toHaveTextContent("1 duplicate left out.");
    await expect(card.root).toHaveTextContent(/4 users of .* will be sent.*; 1 left out/);
  }),
};

const belongToNobody = `user_id,email,name
1,ada@acme.com,Ada
2,a***@acme.com,Alan
3,none@none.com,Grace
4,na@na.na,Edsger
5,bаrbara@acme.com,Barbara
6,tony@acme.local,Tony
`;

export const EmailsOfNobody: Story = {
  play: onCard(async (card) => {
    await card.review(textFile(belongToNobody, "nobody.csv"));
    await expect(await offer(card, "Masked emails")).toHaveTextContent(/^1 email is masked or anonymised, .* in row 3/);
    await expect(await offer(card, "Emails that receive no mail")).toHaveTextContent(/^1 email receives no mail/);
    await card.press(/^Placeholders in place of emails/);
    const placeholders = await offer(card, "Placeholders in place of emails");
    await card.press("Leave out 2 rows");
    await expect(placeholders).toHaveTextContent("2 rows left out.");
    await expect(card.root).toHaveTextContent(/4 users of .* will be sent.*; 2 left out/);
    await expect(await offer(card, "Letters of two alphabets in one email")).toHaveTextContent(
      /1 email has a word with/,
    );
  }),
};

export const DamagedIds: Story = {
  play: onCard(async (card) => {
    const rows = ["9.91214E+15", "9.91214E+15", "9.91215E+15"].map((id, row) => `${id},user${row}@example.com`);
    await card.review(textFile(`user_id,email\n${rows.join("\n")}\n`, "from-a-spreadsheet.csv"));
    await expect(await offer(card, "Damaged user IDs")).toHaveTextContent(/^3 of 3 user IDs were shortened/);
  }),
};

const damaged = `user_id,email,name
1,ada@example.com,JÃ¼rgen MÃ¼ller
2,alan@example.com,Ren&eacute; D&#039;Arcy
3,grace@example.com,b'Zo\\xc3\\xab'
4,edsger@example.com,Fran=C3=A7ois
`;

export const DamagedTexts: Story = {
  play: onCard(async (card) => {
    await card.review(textFile(damaged, "damaged.csv"));
    await expect(await offer(card, "Letters that were encoded twice")).toHaveTextContent(
      /first in row 2.*JÃ¼rgen MÃ¼ller →becomes Jürgen Müller/,
    );
    await expect(card.getAllByRole("button", { name: "Apply" })).toHaveLength(2);
    await card.press(/^Texts written as Python bytes/);
    await expect(await offer(card, "Texts written as Python bytes")).toHaveTextContent(/→becomes Zoë/);
  }),
};

export const DamagedTextsRepaired: Story = {
  play: onCard(async (card) => {
    await card.review(textFile(damaged, "damaged.csv"));
    const about = ["Letters that were encoded twice", "HTML codes in texts", "Codes in place of letters"];
    for (const [done, name] of about.entries()) {
      const line = within(await offer(card, name)).queryByRole("button", { name: new RegExp(`^${name}`) });
      if (line) await userEvent.click(line);
      await userEvent.click(within(await offer(card, name)).getByRole("button", { name: "Apply" }));
      await waitFor(() => expect(card.getAllByRole("button", { name: "Undo" })).toHaveLength(done + 1));
    }
    await userEvent.click(
      within(await offer(card, "Texts written as Python bytes")).getByRole("button", { name: "Leave as it is" }),
    );
    await expect(card.getByRole("cell", { name: "René D'Arcy" })).toBeVisible();
    await expect(card.getByRole("cell", { name: "François" })).toBeVisible();
    await expect(card.getAllByRole("button", { name: "Undo" })).toHaveLength(4);
  }),
};

const split = `user_id,email,name,city
1,ada@example.com,Ada,London
2,alan@example.com,Turing, Alan,Wilmslow
3,grace@example.com,Hopper, Grace,Arlington
4,edsger@example.com,Dijkstra,Edsger,Nuenen
`;

export const SplitValues: Story = {
  play: onCard(async (card) => {
    await card.review(textFile(split, "without-quotes.csv"));
    const values = await offer(card, "Values split at the delimiter");
    await expect(values).toHaveTextContent(/^2 rows have more cells .*Row 3 Turing \| Alan →becomes Turing, Alan/);
    await expect(await offer(card, "Rows with extra cells")).toHaveTextContent(/^1 row has more cells/);
    await userEvent.click(within(values).getByRole("button", { name: "Join the cells" }));
    await expect(await card.findByRole("gridcell", { name: "Turing, Alan" })).toBeVisible();
    await waitFor(() => expect(within(values).getByRole("button", { name: "Undo" })).toHaveFocus());
    await expect(card.button("With problems 1")).toBeVisible();
  }),
};

export const EncodingWithSample: Story = {
  play: onCard(async (card) => {
    const text = "user_id,email,name\n1,a@example.com,J?rgen M?ller\n";
    const bytes = Uint8Array.from(text, (letter) => (letter === "?" ? 0xfc : letter.charCodeAt(0)));
    await card.review(bytesFile(bytes, "latin.csv"));
    const encoding = card.getByRole("combobox", { name: "Encoding" });
    await expect(encoding).toHaveAccessibleDescription(/Row 2: “Jürgen Müller” – does this look right\?/);
    await userEvent.selectOptions(encoding, "Windows-1251, Cyrillic");
    await expect(await card.findByText(/Jьrgen/, { selector: ".ieu-fact-sample" })).toBeVisible();
  }),
};

export const ApostrophesRemoved: Story = {
  play: onCard(async (card) => {
    await card.review(textFile("user_id,email\n'001,a@example.com\n'002,b@example.com\n", "quoted.csv"));
    await expect(card.getByText(/Leading apostrophes.* in 2 rows, first in row 2/)).toBeVisible();
  }),
};

export const ReportCopied: Story = {
  tags: ["!test"],
  play: onCard(async (card) => {
    await card.review(textFile(twoNames, "two-names.csv"));
    await card.press("Copy diagnostic report");
    await expect(await card.findByText(/^Copied$|saved to your downloads/)).toBeVisible();
  }),
};
