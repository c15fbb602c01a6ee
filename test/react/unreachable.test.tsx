// Valid emails that belong to nobody: the offer to leave their rows out, after corrections and repairs, and its undo.
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { card, renderCard, serve, upload } from "./card.tsx";

const file = `user_id,email,name
1,ada@acme.com,Ada
2,a***@acme.com,Alan
3,none@none.com,Nobody
4,na@na.na,Nobody else
`;

const placeholders = () => screen.findByRole("group", { name: "Placeholders in place of emails" });

test("each reason is told with its rows, which are ready, and left out only on request", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, file);
  const offer = await placeholders();
  expect(offer).toHaveTextContent(
    "2 emails are placeholders that belong to nobody, first none@none.com in row 4. No account is likely to have one of them, so the rows would be reported as not_found. Correct them in the file, or leave the rows out.",
  );
  expect(screen.getByRole("group", { name: "Masked emails" })).toHaveTextContent(
    "1 email is masked or anonymised, first a***@acme.com in row 3. No account is likely to have it",
  );
  expect(screen.getByRole("button", { name: "Ready 4" })).toBeEnabled();
  within(offer).getByRole("button", { name: "Leave out 2 rows" }).focus();
  await user.keyboard("{Enter}");
  expect(offer).toHaveTextContent("2 rows left out.");
  expect(card()).toHaveTextContent("2 users of users.csv will be sent; 2 left out");
  expect(within(offer).getByRole("button", { name: "Undo" })).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(card()).toHaveTextContent("4 users of users.csv will be sent");
  await user.click(within(offer).getByRole("button", { name: "Leave as it is" }));
  expect(offer).toHaveTextContent("2 rows are sent too, and probably reported as not_found.");
});

test("a corrected email is told no longer, and one that was put back elsewhere is told again", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, file);
  await placeholders();
  await user.click(screen.getByRole("button", { name: "Find and replace" }));
  await user.type(screen.getByRole("textbox", { name: "Find" }), "none@none");
  await user.type(screen.getByRole("textbox", { name: "Replace with" }), "nora@acme");
  await user.click(await screen.findByRole("button", { name: "Replace in 1 cell" }));
  const offer = await placeholders();
  await waitFor(() =>
    expect(offer).toHaveTextContent("1 email is a placeholder that belongs to nobody, first na@na.na"),
  );
  await user.click(within(offer).getByRole("button", { name: "Leave out 1 row" }));
  expect(offer).toHaveTextContent("1 row left out.");
  await user.click(screen.getByRole("button", { name: "Put back row 5" }));
  await waitFor(() => expect(offer).toHaveTextContent("1 email is a placeholder"));
});

test("an email that a repair takes out of its text is told then", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email\n1,ada@acme.com\n2,<none@none.com>\n");
  const repair = await screen.findByRole("group", { name: "Emails that can be repaired" });
  expect(screen.queryByRole("group", { name: "Placeholders in place of emails" })).toBeNull();
  await user.click(within(repair).getByRole("button", { name: "Apply" }));
  expect(await placeholders()).toHaveTextContent("first none@none.com in row 3");
});

test("in a long file the rows are searched after the preview was painted", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  const rows = Array.from({ length: 300 }, (_, row) => `${row},user.${row}@acme.com`);
  await upload(user, ["user_id,email", ...rows.with(201, "201,ann@acme.local")].join("\n"));
  const offer = await screen.findByRole("group", { name: "Emails that receive no mail" });
  await waitFor(() => expect(offer).toHaveTextContent("1 email receives no mail, first ann@acme.local in row 203."));
});

test("addresses of guides, and unusual ones, are not told", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  const emails = ["user.one@example.com", "ann+tag@acme.com", "o'brien@acme.ie", "test@company.com", "анна@почта.рф"];
  await upload(user, ["user_id,email", ...emails.map((email, row) => `${row},${email}`)].join("\n"));
  await screen.findByRole("button", { name: "Ready 5" });
  expect(card()).not.toHaveTextContent("No account is likely");
});
