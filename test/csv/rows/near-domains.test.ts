// Mistyped domains of emails: which are suggested, with what they are probably meant to be, and which real ones are not.
import { describe, expect, test } from "vitest";
import { suggestMapping } from "../../../src/csv/mapping/suggest-mapping.ts";
import { toImportRows } from "../../../src/csv/rows/import-rows.ts";
import { findNearDomains } from "../../../src/csv/rows/near-domains.ts";
import { textRepairs } from "../../../src/csv/rows/repairs.ts";
import { readTable } from "../reading.ts";

async function readEmails(emails: readonly string[]) {
  const rows = emails.map((email, row) => `${row},"${email}"`);
  const table = await readTable(["user_id,email", ...rows].join("\n"));
  return { table, mapping: suggestMapping(table).mapping };
}

async function suggestedFor(...domains: readonly string[]): Promise<string[]> {
  const others = Array.from({ length: 30 }, (_, row) => `u${row}@example.org`);
  const { table, mapping } = await readEmails([...others, ...domains.map((domain) => `ada@${domain}`)]);
  return findNearDomains(table, mapping).map(({ to }) => to);
}

describe("a domain one letter away from a well-known provider is suggested", () => {
  test.each([
    ["gmial.com", "gmail.com"],
    ["gmail.con", "gmail.com"],
    ["gmai.com", "gmail.com"],
    ["gmaill.com", "gmail.com"],
    ["gmail.cmo", "gmail.com"],
    ["gmail.comm", "gmail.com"],
    ["gmail.co", "gmail.com"],
    ["gmail.cm", "gmail.com"],
    ["gmailcom", "gmail.com"],
    ["gmail,com", "gmail.com"],
    ["gmail..com", "gmail.com"],
    ["gmial.con", "gmail.com"],
    ["googlemial.com", "googlemail.com"],
    ["hotnail.com", "hotmail.com"],
    ["hotmial.co.uk", "hotmail.co.uk"],
    ["hotmal.fr", "hotmail.fr"],
    ["yaho.com", "yahoo.com"],
    ["yahooo.co.uk", "yahoo.co.uk"],
    ["yahoo.ocm", "yahoo.com"],
    ["outlok.com", "outlook.com"],
    ["outlook.vom", "outlook.com"],
    ["icloud.con", "icloud.com"],
    ["iclod.com", "icloud.com"],
    ["aol.con", "aol.com"],
    ["msn.comm", "msn.com"],
    ["gmx.ner", "gmx.net"],
    ["t-onlin.de", "t-online.de"],
    ["yandx.ru", "yandex.ru"],
    ["wanado.fr", "wanadoo.fr"],
    ["comcast.ner", "comcast.net"],
  ])("%s as %s", async (from, to) => {
    expect(await suggestedFor(from)).toEqual([to]);
  });
});

describe("a real domain is never suggested to be another one", () => {
  test.each([
    "gmail.com googlemail.com hotmail.com hotmail.fr outlook.de yahoo.co.in icloud.com",
    "mail.com email.com ymail.com fastmail.com hmail.com tmail.com rocketmail.com protonmail.ch proton.me",
    "gmx.de gmx.net gmx.at gmx.ch gmx.com web.de live.de live.dk me.com mac.com msn.com",
    "mail.ru gmail.ru bk.ru list.ru inbox.ru ya.ru yandex.by",
    "qq.com 163.com 126.com sina.com foxmail.com 139.com",
    "acme.co acme.cm acme.om yahoo.co hotmail.co outlook.co live.co",
    "cox.net att.net orange.fr grange.fr free.fr libre.fr never.com naver.com gmc.net",
    "gmail.mom gmail.cam yahoo.org",
    "uni-mainz.de uni-bonn.de example.org example.com example.net",
    "ps118.org ps119.org smith.com smyth.com",
  ])("%s", async (domains) => {
    expect(await suggestedFor(...domains.split(" "))).toEqual([]);
  });
});

describe("a rare domain one letter away from one of most rows", () => {
  const many = (domain: string) => Array.from({ length: 40 }, (_, row) => `u${row}@${domain}`);

  test.each([
    ["one letter left out", "examplecorp.com", "exampecorp.com", ["examplecorp.com"]],
    ["two letters swapped", "examplecorp.com", "exmaplecorp.com", ["examplecorp.com"]],
    ["an ending that does not exist", "acme.com", "acme.con", ["acme.com"]],
    ["another country", "acme.com", "acme.co", []],
    ["another real ending", "examplecorp.com", "examplecorp.net", []],
    ["a plural", "examplecorp.com", "examplecorps.com", []],
    ["another number", "school12.org", "school13.org", []],
    ["a short name", "acme.com", "acne.com", []],
    ["another first letter", "examplecorp.com", "xamplecorp.com", []],
  ])("%s: %s and %s", async (_, frequent, rare, expected) => {
    const { table, mapping } = await readEmails([...many(frequent), `ada@${rare}`]);
    expect(findNearDomains(table, mapping).map(({ to }) => to)).toEqual(expected);
  });

  test("is not suggested where both are frequent", async () => {
    const { table, mapping } = await readEmails([...many("examplecorp.com"), ...many("examplekorp.com")]);
    expect(findNearDomains(table, mapping)).toEqual([]);
  });
});

test("each domain has its count, its first row, and three rows as proof, most frequent first", async () => {
  const emails = ["ada@gmail.com", "bo@gmail.con", "cy@GMIAL.com", "di@gmial.com", "ed@gmial.com", "flo@gmial.com"];
  const { table, mapping } = await readEmails(emails);
  expect(findNearDomains(table, mapping)).toEqual([
    {
      column: 1,
      from: "gmial.com",
      to: "gmail.com",
      count: 4,
      firstRow: 4,
      proof: [
        { row: 4, from: "cy@GMIAL.com", to: "cy@gmail.com" },
        { row: 5, from: "di@gmial.com", to: "di@gmail.com" },
        { row: 6, from: "ed@gmial.com", to: "ed@gmail.com" },
      ],
    },
    expect.objectContaining({ from: "gmail.con", to: "gmail.com", count: 1, firstRow: 3 }),
  ]);
});

test("emails with something around them are looked at once their repair was chosen", async () => {
  const { table, mapping } = await readEmails(["<ada@gmial.com>", "bo@example.org"]);
  expect(findNearDomains(table, mapping)).toEqual([]);
  expect(findNearDomains(table, mapping, textRepairs.email)).toMatchObject([{ from: "gmial.com", count: 1 }]);
});

test("a domain is replaced only on request, in every case, and not in a cell that a person corrected", async () => {
  const { table, mapping } = await readEmails(["ada@gmial.com", "Bo@GMIAL.COM", "cy@gmial.com", "di@gmail.con"]);
  const emails = (domains: Record<string, string | false>) =>
    toImportRows(table, mapping, { domains, corrections: { 4: { email: "cy2@gmial.com" } } }).map(
      ({ user }) => user?.email,
    );
  expect(emails({ "gmial.com": "gmail.com", "gmail.con": false })).toEqual([
    "ada@gmail.com",
    "bo@gmail.com",
    "cy2@gmial.com",
    "di@gmail.con",
  ]);
  expect(emails({})[0]).toBe("ada@gmial.com");
});
