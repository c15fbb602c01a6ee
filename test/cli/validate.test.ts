// Tests `validate`: files of every format, ambiguous files, and the problems of rows.
import { expect, test } from "vitest";
import { runProgram } from "../../src/cli/program.ts";
import { english } from "../../src/react/messages/en.ts";
import { createFormat } from "../../src/react/messages/format.ts";
import { toWorkbookBytes } from "../xlsx/workbook.ts";
import { createFile, createFolder, createTerminal, runInside } from "./terminal.ts";

const guide = "user_id,email,name\n1,ann@example.com,Ann\n2,bob@example.com,Bob\n";
const headerless = "1;ann@example.com\n2;bob@example.com\n";
const germanDates = "user_id;email;registration_date\n1;ann@example.com;03.04.2024\n2;bob@example.com;31.12.2024\n";
const ambiguous = germanDates.replace("31.12", "11.12");
const twoFormats = "user_id,email,registration_date\n1,ann@example.com,2024-04-03\n2,bob@example.com,31 Dec 2024\n";
const workbook = toWorkbookBytes({
  sheets: [
    {
      name: "Users",
      rows: [
        ["user_id", "email"],
        ["1", "ann@example.com"],
      ],
    },
    {
      name: "Old",
      state: "hidden",
      rows: [
        ["user_id", "email"],
        ["1", "bob@example.com"],
        ["2", "cy@example.com"],
      ],
    },
  ],
});
const lines = '{"externalUserId":"1","email":"ann@example.com"}\n\n{"externalUserId":2,"email":"bob@example.com"}\n';
const list = JSON.stringify([
  { user_id: "1", email: "ann@example.com" },
  { user_id: "2", email: "bob@example.com" },
]);
const wrapped = "user_id,email\n1,<ann@example.com>\n2,Bob <bob@example.com>\n";
const lastFirst = 'user_id,email,name\n1,ann@example.com,"Lee, Ann"\n2,bob@example.com,"Roe, Bob"\n';
const renamed = '{"id":"1","mail":"ann@example.com","seen":"","born":"03.04.2024"}\n';

test.each<[string, string | Uint8Array, readonly string[], RegExp]>([
  ["users.csv", guide, [], /CSV: 2 rows · Encoding: UTF-8 · Delimiter: Comma · Header row: 1/],
  ["users.csv", "\uFEFFid;mail\r\n1;ann@example.com\r\n", [], /Semicolon.*\n.*externalUserId = id, email = mail/],
  [
    "users.csv",
    Buffer.from("\uFEFFuser_id\temail\n1\tann@example.com", "utf16le"),
    [],
    /Encoding: UTF-16 · Delimiter: Tab/,
  ],
  [
    "users.xlsx",
    workbook,
    [],
    /Sheet: Users · Header row: 1\n.*\n1 hidden sheet was not read: "Old"\. To read one of them, name it with --sheet\./,
  ],
  ["users.xlsx", workbook, ["--sheet", "Old"], /Excel: 2 rows · Sheet: Old/],
  ["export", headerless, ["--map", "user_id=1", "--map", "email=2"], /No header row\n.*column 1, email = column 2/],
  ["users.csv", `x,y\n${guide}`, ["--header-row", "2"], /Header row: 2/],
  ["users.csv", guide.replaceAll(",", "|"), ["--delimiter", "|"], /Vertical bar/],
  ["users.csv", germanDates, ["--date-format", "registrationDate=day_month_year"], /2 users, no problems/],
  ["users.csv", ambiguous, ["--date-format", "registrationDate=month_day_year"], /2 users, no problems/],
  ["users.csv", twoFormats, ["--date-format", "registrationDate=month_name"], /2 users, no problems/],
  [
    "users.csv",
    twoFormats.replace("2024-04-03", "25.04.2024"),
    ["--date-format", "registrationDate=day_month_year,month_name"],
    /2 users, no problems/,
  ],
  [
    "users.ndjson",
    '{"externalUserId":"1","email":"ann@example.com","lastLoginDate":"10 января 2024 г."}\n',
    ["--date-format", "lastLoginDate=month_name"],
    /1 user, no problems/,
  ],
  [
    "users.csv",
    "user_id,email,Vorname,Nachname\n1,a@x.io,Ann,Lee\n",
    [],
    /To join them, add --map "name=Vorname\+Nachname"/,
  ],
  ["users.csv", "user_id,email,a,b\n1,a@x.io,Ann,Lee\n", ["--map", "name=a + b"], /name = a \+ b/],
  ["users.csv", "user_id,email,name,name\n1,a@x.io,,Lee\n", ["--map", "name=4"], /name = name/],
  ["users.csv", "id,email,d&eacute;j&agrave;\n1,a@x.io,Lee\n", ["--map", "name=d&eacute;j&agrave;"], /name = déjà/],
  [
    "users.csv",
    "id,email,d&eacute;j&agrave;\n1,a@x.io,Lee\n",
    ["--map", "name=déjà"],
    /1 damaged column name .*“déjà”/,
  ],
  ["users.csv", "user_id,email,last_login_date\n1,a@x.io,Never\n", ["--empty", "Never"], /1 user, no problems/],
  ["users.csv", wrapped, ["--repair", "email=yes"], /2 users, no problems/],
  ["users.csv", lastFirst, ["--repair", "name=no"], /2 users, no problems/],
  ["users.csv", lastFirst, ["--repair", "name=yes"], /2 users, no problems/],
  [
    "users.ndjson",
    '{"externalUserId":"1","email":"<ann@example.com>"}\n',
    ["--repair", "email=yes"],
    /1 user, no problems/,
  ],
  ["users.ndjson", lines, [], /NDJSON.*\n2 users, no problems/],
  ["users", lines, [], /NDJSON/],
  ["users", Buffer.from(`\uFEFF${lines}`, "utf16le"), [], /2 users, no problems/],
  ["users.json", list, [], /JSON: 2 users/],
  ["users", list, [], /JSON: 2 users/],
  ["users.json", `{"sourceName":"x","users":${list}}`, [], /JSON: 2 users/],
  [
    "users.ndjson",
    renamed,
    ["--map", "externalUserId=id", "--map", "email=mail", "--map", "lastLoginDate=seen"],
    /1 user, no problems/,
  ],
  [
    "users.ndjson",
    renamed,
    [
      "--map",
      "externalUserId=id",
      "--map",
      "email=mail",
      "--map",
      "registrationDate=born",
      "--date-format",
      "registrationDate=day_month_year",
    ],
    /1 user, no problems/,
  ],
])("%s is read: exit code 0 (%#)", async (name, content, args, expectedText) => {
  const { code, stdout, stderr } = await runInside(["validate", createFile(name, content), ...args]);
  expect(stderr).toBe("");
  expect(stdout).toMatch(expectedText);
  expect(code).toBe(0);
});

test("a null text that is also a placeholder of dates is offered once", async () => {
  const text = "user_id,email,last_login_date\n1,ann@example.com,1704880800\n2,bob@example.com,0\n3,cy@example.com,0\n";
  const { stdout } = await runInside([
    "validate",
    createFile("users.csv", text),
    "--date-format",
    "lastLoginDate=epoch_seconds",
  ]);
  expect(stdout.match(/--empty "0"/g)).toHaveLength(1);
});

test.each<[string, string, readonly string[], RegExp]>([
  [
    "users.csv",
    twoFormats,
    [],
    /registrationDate: 1 date has another format.*\n {2}--date-format registrationDate=month_name/,
  ],
  [
    "users.csv",
    twoFormats.replace("2024-04-03", "1970-01-01"),
    [],
    /Registration date: "1970-01-01" appears in 1 cell, first in row 2.*Add --empty "1970-01-01"/,
  ],
  ["users.csv", twoFormats.replace("2024-04-03", "2024-04-03 10:00"), [], /Times without a time zone are read as UTC/],
  [
    "users.csv",
    "id,email,Created\n7,ann@example.com,KW 4 2023\n",
    [],
    /registrationDate: Created is a known column name, but its dates can't be read/,
  ],
])("%s with dates that are not read: told how they could be (%#)", async (name, text, flags, expectedText) => {
  const file = await createFile(name, text);
  const { terminal, output } = createTerminal();
  expect(await runProgram(["validate", file, ...flags], terminal)).toBe(3);
  expect(output.stdout).toMatch(expectedText);
});

test.each<[string, string | Uint8Array, readonly string[], RegExp]>([
  ["users.csv", "", [], /is empty/],
  ["users.csv", " \n\n", [], /is empty/],
  ["users.csv", "user_id,email\n", [], /no rows/],
  ["users.xlsx", "PK\u0003\u0004 xl/workbook.xml", [], /The Excel workbook could not be read.*save it again/],
  ["users.csv", Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8]), [], /a binary file/],
  ["users.csv", list, [], /a JSON file, not a CSV file.*--format json/],
  ["users.csv", '1,"a\n', [], /quote opens in row 1 and is never closed/],
  ["users.csv", headerless, [], /--map externalUserId=1\n.*\n +--map email=2/],
  ["users.csv", "Kunde,email\n1,a@x.io\n", [], /--map externalUserId=<column>\nColumns:\n +1 {2}Kunde/],
  ["users.csv", "user_id,email one,email two\n1,a@x.io,b@x.io\n", [], /"?email one"?\n.*--map email="email two"/],
  ["users.csv", germanDates, [], /--date-format registrationDate=day_month_year {3}# row \d: \S+ is 2024-\d\d-\d\d/],
  ["users.csv", ambiguous, [], /day_month_year.*03\.04\.2024 is 2024-04-03\n.*month_day_year.*is 2024-03-04/],
  [
    "users.csv",
    wrapped,
    [],
    /email: column 2 "email": 2 emails can be repaired.*\n +--repair email=yes {3}# as in row 2\n +--repair email=no/,
  ],
  ["users.csv", lastFirst, [], /name: .*All 2 names.*\n +--repair name=yes {3}# as in row 2\n +--repair name=no/],
  ["users.csv", guide, ["--map", "email=mail"], /no column "mail"/],
  ["users.csv", "id,email,Email\n1,a@x.io,b@x.io\n", ["--map", "email=email"], /one of 2, 3/],
  [
    "users.ndjson",
    renamed,
    [],
    /no externalUserId and no email.*--map externalUserId=<member> --map email=<member>\n.*id, mail/,
  ],
  ["users.ndjson", "\n\n", [], /contains no users/],
  ["users.json", "[]", [], /contains no users/],
  ["users.json", "[{", [], /not valid JSON/],
  ["users.json", '"users"', [], /neither a JSON array/],
])(
  "%s can't be used, or needs a flag: exit code 2, nothing on standard output (%#)",
  async (name, content, args, expectedText) => {
    const { code, stdout, stderr } = await runInside(["validate", createFile(name, content), ...args]);
    expect(stderr).toMatch(expectedText);
    expect([code, stdout]).toEqual([2, ""]);
  },
);

test("the file is described in the card's English texts, with the flags of the command as advice", async () => {
  const format = { ...createFormat("en"), code: (text: string) => text };
  const { stdout } = await runInside(["validate", "-"], { stdin: `Report\n${guide}3,MÃ¼ller@example.com,Cleo,x\n` });
  const { encoding, delimiter, headerRow, notices, refusals } = english;
  for (const text of [
    `${encoding.label}: ${encoding.names["utf-8"]}`,
    `${delimiter.label}: ${delimiter.names[","]}`,
    `${headerRow.label}: 2`,
    notices.rows_skipped(1, format),
    `${notices.rows_long(1, 5, format)} In 1 row only one value can have been split: to join its cells, add --long-rows join.`,
    `${notices.text_garbled(1, 5, format)} To repair them, add --mend.`,
  ]) {
    expect(stdout).toContain(text);
  }
  const { stderr } = await runInside(["validate", "-"], { stdin: " " });
  expect(stderr).toContain(`standard input: ${refusals.empty_file.title}. ${refusals.empty_file.advice}`);
});

test("a row longer than the header can't be sent, and is read whole on request", async () => {
  const csv = "user_id,email,name\n1,a@example.com,Ann Roe\n2,b@example.com,Chan, Bo\n";
  const held = await runInside(["validate", "-"], { stdin: csv });
  expect(held.stdout).toContain("row 3: more cells than the header, so name may be cut or come from another column");
  expect(held.code).toBe(3);
  const joined = await runInside(["validate", "-", "--long-rows", "join"], { stdin: csv });
  expect([joined.code, joined.stdout]).toEqual([0, expect.stringContaining("cells of a split value were joined")]);
});

test("JSON that is not UTF-8 is refused with the line, and is read in its encoding on request", async () => {
  const toBytes = (text: string) => Buffer.from(text, "latin1");
  const users =
    '[{"externalUserId":"1","email":"a@example.com","name":"Ann"},\n{"externalUserId":"2","email":"b@example.com","name":"J\xFCrgen"}]';
  const { code, stderr } = await runInside(["validate", createFile("users.json", toBytes(users))]);
  expect([code, stderr]).toEqual([2, expect.stringContaining("is not UTF-8: line 2 has bytes that can't be read")]);
  const file = createFile("lines.ndjson", toBytes(`${users.slice(1, -1).replace(",\n", "\n")}\n`));
  const lines = await runInside(["validate", file]);
  expect([lines.code, lines.stdout]).toEqual([3, expect.stringContaining("line 2: not UTF-8")]);
  expect((await runInside(["validate", file, "--encoding", "windows-1252"])).code).toBe(0);
  const dos = createFile("dos.ndjson", toBytes('{"externalUserId":"2","email":"b@example.com","name":"J\x81rgen"}'));
  expect((await runInside(["validate", dos, "--encoding", "ibm850"])).code).toBe(0);
});

test("a missing file, a folder and a missing pipe are named", async () => {
  expect((await runInside(["validate", "/nowhere/users.csv"])).stderr).toContain("There is no file /nowhere/users.csv");
  expect((await runInside(["validate", createFolder()])).stderr).toContain("is a folder");
  expect((await runInside(["validate", "-"], { isTTY: true })).stderr).toContain("Pipe a file");
});

test("rows with problems are printed with number and field, without email addresses: exit code 3", async () => {
  const csv = "Report\nuser_id,email,last_login_date\n1,ann@example.com,2026-05-01\n,bob at example,soon\n";
  const { code, stdout } = await runInside(["validate", "-"], { stdin: csv });
  expect(stdout).toContain("row 4: externalUserId is missing; email is not a valid address: the @ is missing");
  expect(stdout).toContain("lastLoginDate: Not a date. Write it as 2026-05-01 (soon)");
  expect(stdout).not.toContain("bob");
  expect(stdout).toContain("2 users, 1 with problems.");
  expect(code).toBe(3);
});

// One table for the texts, the codes of --json and the results file: each cause is said as the card says it.
const causes = [
  ["a@example,2021-01-01", "no_ending", "email is not a valid address: the domain has no ending"],
  ["a@b@example.com,", "several_ats", "email is not a valid address: more than one @"],
  ["@example.com,", "nothing_before_at", "email is not a valid address: nothing is before the @"],
  ["a..b@example.com,", "dot", "email is not a valid address: a dot is in the wrong place"],
  ["a@example.com,2021-04-31", "no_such_day", "registrationDate: April has 30 days (2021-04-31)"],
  ["a@example.com,2023-02-29", "no_such_day", "registrationDate: February 2023 has 28 days (2023-02-29)"],
  ["a@example.com,2021-13-01", "no_such_month", "registrationDate: There is no month 13 (2021-13-01)"],
  [
    "a@example.com,2021-05-01T25:00:00Z",
    "no_such_hour",
    "registrationDate: There is no hour 25 (2021-05-01T25:00:00Z)",
  ],
] as const;

test.each(causes)("the cause of a problem is named: %s is %s", async (cells, cause, text) => {
  const stdin = `user_id,email,registration_date\n1,ann@example.com,2026-05-01\n2,${cells}\n`;
  expect((await runInside(["validate", "-"], { stdin })).stdout).toContain(`row 3: ${text}\n`);
  const { problems } = JSON.parse((await runInside(["validate", "-", "--json"], { stdin })).stdout);
  expect(problems[0].issues).toEqual([{ field: expect.any(String), code: expect.any(String), cause }]);
});

test("a cause that is not certain is not named, in CSV or NDJSON", async () => {
  const stdin = '{"externalUserId":"1","email":"“ada”@example.com","registrationDate":"05/06/2021"}\n';
  const { stdout } = await runInside(["validate", "-", "--format", "ndjson"], { stdin });
  expect(stdout).toContain(
    "line 1: email is not a valid address; registrationDate is not a date such as 2026-05-01 (05/06/2021)\n",
  );
});

test("single emails that could be repaired are problems of their rows, and the flag is named", async () => {
  const { code, stdout } = await runInside(["validate", "-"], { stdin: `${guide}3,<cleo@example.com>,Cleo\n` });
  expect(stdout).toMatch(/1 email can be repaired, first in row 4: .* To do so, add --repair email=yes\.\n/);
  expect(stdout).toContain("row 4: email is not a valid address: the domain has a character that is not allowed\n");
  expect(code).toBe(3);
});

test("ids that a program changed are named with what to export instead", async () => {
  const { code, stdout } = await runInside(["validate", "-"], {
    stdin: "user_id,email\n1001.0,a@x.io\n1002.0,b@x.io\n",
  });
  expect(stdout).toMatch(/2 of 2 user IDs were written as decimal numbers, like "1001\.0", first in row 2\. .*as text/);
  expect(code).toBe(0);
});

test("null texts are named with the flag that reads them as empty", async () => {
  const rows = ["Noch nie", "2024-01-10", "wartet", "wartet"].map(
    (date, row) => `${row},u${row}@example.com,${date}\n`,
  );
  const { stdout } = await runInside(["validate", "-"], { stdin: `user_id,email,last_login_date\n${rows.join("")}` });
  expect(stdout).toContain('"wartet" appears in 2 rows, first in row 4. To treat it as empty, add --empty "wartet".');
  expect(stdout).toContain('"Noch nie" appears in row 2. To treat it as empty, add --empty "Noch nie".');
});

test("a number that stands for no date is named once, with its flag", async () => {
  const { stdout } = await runInside(["validate", "-"], {
    stdin: `user_id,email,last_login_date\n1,a@x.io,0\n2,b@x.io,2024-01-10\n`,
  });
  expect(stdout.match(/--empty "0"/g)).toHaveLength(1);
});

test("the first 20 rows with problems are printed, and the others counted", async () => {
  const csv = `user_id,email\n${"1,ann at example\n".repeat(30)}`;
  const { stdout } = await runInside(["validate", "-"], { stdin: csv });
  expect(stdout.match(/^row /gm)).toHaveLength(20);
  expect(stdout).toContain("… and 10 more rows with problems.");
});

test("lines without a user count as problems", async () => {
  const long = "x".repeat(2 * 1024 * 1024);
  const ndjson = `${lines}{"half":\n[1]\n"${long}"\n{"externalUserId":9007199254740993,"email":"a@x.io"}`;
  const { code, stdout } = await runInside(["validate", "-", "--json"], { stdin: ndjson });
  const { users, problems } = JSON.parse(stdout);
  expect(users).toBe(6);
  expect(problems.map(({ line, issues }: never) => [line, (issues as { code: string }[])[0]?.code])).toEqual([
    [4, "not_json"],
    [5, "not_an_object"],
    [6, "line_too_long"],
    [7, "invalid_type"],
  ]);
  expect(code).toBe(3);
});

test("--json prints one object to standard output and text to standard error, also for a failure", async () => {
  const good = await runInside(["validate", "-", "--json"], { stdin: guide });
  expect(JSON.parse(good.stdout)).toMatchObject({ format: "csv", users: 2, withProblems: 0 });
  expect(good.stderr).toContain("2 users, no problems.");
  const bad = await runInside(["validate", "/nowhere", "--json"]);
  expect(JSON.parse(bad.stdout)).toMatchObject({ error: { code: "unreadable", exitCode: 2 } });
});

test("control characters of a file are not printed", async () => {
  const { stderr } = await runInside(["validate", "-"], { stdin: "a\u001B[2J,email\n1,a@x.io\n" });
  expect(stderr).toContain("Columns:");
  expect(stderr).not.toContain("\u001B");
});

test.each([
  ["users.ndjson", (users: readonly object[]) => users.map((user) => `${JSON.stringify(user)}\n`).join("")],
  ["users.json", (users: readonly object[]) => JSON.stringify(users)],
])("%s: later users may have members that the first user lacks", async (name, write) => {
  const users = [
    { externalUserId: "1", email: "ann@example.com" },
    { externalUserId: "2", email: "bob@example.com", registrationDate: "yesterday" },
    { user_id: "3", email: "cleo@example.com", last_login_date: "today" },
  ];
  const { code, stdout } = await runInside(["validate", createFile(name, write(users)), "--json"]);
  expect(JSON.parse(stdout).problems).toMatchObject([
    { issues: [{ field: "registrationDate" }] },
    { issues: [{ field: "lastLoginDate" }] },
  ]);
  expect(code).toBe(3);
});

test.each(["csv", "ndjson"])("Ctrl+C ends the wait for a silent pipe of %s", async (format) => {
  const { terminal, interrupt, isListening } = createTerminal({ isTTY: false, stdin: null });
  const running = runProgram(["validate", "-", "--format", format], terminal);
  terminal.stdin.unshift('{"externalUserId":"1","email":"a@x.io"}\n');
  // It has read the only line.
  await expect.poll(() => isListening() && terminal.stdin.readableLength === 0).toBe(true);
  interrupt();
  expect(await running).toBe(130);
});
