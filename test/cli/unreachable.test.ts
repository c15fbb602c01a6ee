// Tests what the command tells about valid emails that belong to nobody.
import { expect, test } from "vitest";
import { startPortal } from "./portal.ts";
import { runInside } from "./terminal.ts";

test("emails that belong to nobody are told with their first row, without the addresses: exit code 0", async () => {
  const stdin = "user_id,email\n1,ann@acme.com\n2,none@none.com\n3,na@na.na\n4,<b***@acme.com>\n5,cy@acme.local\n";
  const { code, stdout } = await runInside(["validate", "-", "--repair", "email=yes"], { stdin });
  expect(stdout).toMatch(
    /2 emails are placeholders that belong to nobody, first .* in row 3\. .* leave the rows out\.\n/,
  );
  expect(stdout).toMatch(/1 email is masked or anonymised, first .* in row 5\./);
  expect(stdout).toMatch(/1 email receives no mail, first .* in row 6\./);
  expect(stdout).not.toMatch(/none@|acme\.local/);
  expect(code).toBe(0);
});

test("sync tells the same, with --json on standard error", async () => {
  const { args, file } = await startPortal();
  const path = file("user_id,email\n1,ann@acme.com\n2,none@none.com\n");
  const { stderr } = await runInside(args("sync", path, "--json"));
  expect(stderr).toMatch(/1 email is a placeholder that belongs to nobody, first .* in row 3\./);
});
