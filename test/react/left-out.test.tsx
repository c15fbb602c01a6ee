// Rows left out in the preview, one by one and by filter, and what the start, the request, the result and the downloads say of them.
import { screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { card, press, renderCard, rowsOf, serve, upload } from "./card.tsx";

const file = `user_id,email,name
1,ada@example.com,Ada
2,alan@example.com,Alan
3,,Nobody
4,ada@example.com,Ada again
5,ADA@example.com,Ada once more
`;

test("one row is left out beside its number, and put back", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, file);
  await user.click(await screen.findByRole("button", { name: "Leave out row 3" }));
  expect(card()).toHaveTextContent(
    "4 users of users.csv will be sent; 1 has a problem and will be reported as invalid_row; 1 left out",
  );
  expect(screen.getByRole("status")).toHaveTextContent("1 row left out. 1 row with problems left.");
  expect(screen.getByRole("button", { name: "Left out 1" })).toBeEnabled();
  await user.click(screen.getByRole("button", { name: "Put back row 3" }));
  expect(card()).not.toHaveTextContent("left out");
});

test("the rows that a filter or a search has found are left out together, and put back together", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, file);
  expect(screen.queryByRole("button", { name: /^Leave out these/ })).toBeNull();
  await user.click(await screen.findByRole("button", { name: "Duplicates 2" }));
  // Each row that is repeated is listed before those that repeat it, but not left out.
  expect(rowsOf("Preview of the rows").map(([number]) => number)).toEqual(["2", "5", "6"]);
  await user.click(screen.getByRole("button", { name: "Leave out these 2 duplicates" }));
  expect(card()).toHaveTextContent(
    "3 users of users.csv will be sent; 1 has a problem and will be reported as invalid_row; 2 left out",
  );
  await user.click(screen.getByRole("button", { name: "Put back these 2 rows" }));
  expect(screen.getByRole("button", { name: "Duplicates 2" })).toBeEnabled();
  await user.click(screen.getByRole("button", { name: "All 5" }));
  await user.type(screen.getByRole("searchbox"), "alan");
  await press(user, "Leave out this row");
  expect(card()).toHaveTextContent("1 left out");
});

test("the filter of rows left out lists them, and all of them come back at once", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, file);
  for (const row of [2, 4]) await user.click(await screen.findByRole("button", { name: `Leave out row ${row}` }));
  await user.click(screen.getByRole("button", { name: "Left out 2" }));
  expect(rowsOf("Preview of the rows").map(([number]) => number)).toEqual(["2left out", "4left out"]);
  await user.click(screen.getByRole("button", { name: "Put back these 2 rows" }));
  expect(screen.queryByRole("button", { name: /^Left out/ })).toBeNull();
});

test("rows left out are in no request, and are listed on the result and in its downloads", async () => {
  const saved: string[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    void (blob as Blob).text().then((text) => saved.push(text));
    return "blob:";
  });
  const server = serve();
  const bodies: string[] = [];
  const fetch = (url: string, init: RequestInit) => {
    if (typeof init.body === "string") bodies.push(init.body);
    return server.fetch(url, init);
  };
  const user = await renderCard({ fetch });
  await upload(user, file);
  await user.click(await screen.findByRole("button", { name: "With problems 1" }));
  await user.click(screen.getByRole("button", { name: "Leave out this row" }));
  await press(user, "Start import");
  await screen.findByRole("heading", { name: "Import result" });
  expect(JSON.parse(bodies.at(-1) ?? "").users.map((one: { name: string }) => one.name)).not.toContain("Nobody");
  await user.click(screen.getByRole("button", { name: /left out/i }));
  const [row] = rowsOf("Results per row");
  expect(row?.slice(-2)).toEqual([
    "Nobody",
    "left out Left out in the preview and not sent. It has problems: Email is missing.",
  ]);
  expect(within(card()).getByText(/5 rows · finished/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Download this row" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: "All 5" }));
  await user.click(screen.getByRole("button", { name: "Download results (5 rows)" }));
  await vi.waitFor(() => expect(saved[0]).toContain("Left out in the preview and not sent."));
  vi.restoreAllMocks();
});

test("duplicates are shown beside the row they repeat, with what happens to them, and left out together", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, file);
  const offer = await screen.findByRole("group", { name: "Repeated emails" });
  expect(offer).toHaveTextContent(
    "2 rows repeat the email of an earlier row. If the first is imported, the second counts as already connected: only its dates can change anything.",
  );
  expect(within(offer).getAllByRole("listitem")[0]).toHaveTextContent(
    "Row 2 1 · ada@example.com · Ada Row 5 4 · ada@example.com · Ada again",
  );
  within(offer).getByRole("button", { name: "Leave out 2 duplicates" }).focus();
  await user.keyboard("{Enter}");
  expect(offer).toHaveTextContent("2 duplicates left out.");
  expect(card()).toHaveTextContent("3 users of users.csv will be sent; 1 has a problem");
  expect(within(offer).getByRole("button", { name: "Undo" })).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(card()).toHaveTextContent("5 users of users.csv will be sent");
  await user.click(within(offer).getByRole("button", { name: "Leave as it is" }));
  expect(offer).toHaveTextContent("2 duplicates are sent too");
});

test("duplicates that were left out can be put back after the file was read again", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, file);
  await user.click(await screen.findByRole("button", { name: "Leave out 2 duplicates" }));
  await user.selectOptions(screen.getByRole("combobox", { name: "Encoding" }), "windows-1252");
  await screen.findByText("chosen by you");
  const offer = await screen.findByRole("group", { name: "Repeated emails" });
  expect(offer).toHaveTextContent("2 duplicates left out.");
  await user.click(within(offer).getByRole("button", { name: "Undo" }));
  expect(card()).toHaveTextContent("5 users of users.csv will be sent");
});

test("a user ID with two emails is told, and nothing is offered to be left out", async () => {
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, "user_id,email\n7,ada@example.com\n7,bo@example.com\n");
  const told = await screen.findByRole("group", { name: "Repeated user IDs" });
  expect(told).toHaveTextContent("1 row repeats the user ID of an earlier row with another email.");
  expect(within(told).queryByRole("button")).toBeNull();
  expect(screen.queryByRole("group", { name: "Repeated emails" })).toBeNull();
});
