// The card while the part with offers, corrections, the import and its result can't be loaded.
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { english } from "../../src/react/messages/en.ts";

const network = vi.hoisted(() => ({ isDown: true }));

vi.mock("../../src/react/extra-screens.ts", async (original) => {
  if (network.isDown) throw new TypeError("Failed to fetch dynamically imported module");
  return original();
});

// Each has something of its own to say, to ask or to correct.
const files: readonly (readonly [text: string, shown: string])[] = [
  ["user_id,email,last_login\n1,a@b,31.04.2025\n2,c@example.com,Never\n", "a@b"],
  ["user_id,email\n1,mailto:ada@example.com\n2,b@example.com\n3,b@example.com\n", "mailto:ada@example.com"],
  ["user_id,email,name\n1,,Alan\n2,,Grace\n", "Alan"],
  ["email,name\na@example.com,Edsger\n", "Edsger"],
  ["a,b\n1,x@example.org\n", "x@example.org"],
];

test("any file is shown without the part that follows it; the card says what it can't do, and goes on once the part is there", async () => {
  // The modules of a worker are shared: another file may have loaded the part.
  vi.resetModules();
  const { card, expectFocus, guideFile, press, renderCard, serve, upload } = await import("./card.tsx");
  const server = serve("realistic");
  const user = await renderCard({ fetch: server.fetch });
  for (const [text, shown] of files) {
    await upload(user, text);
    await waitFor(() => expect(screen.getByRole("region", { name: /^(?:Preview of|First)/ })).toHaveTextContent(shown));
    expect(screen.getByRole("alert")).toHaveTextContent(english.notLoaded.title);
  }
  await upload(user, "user_id,email\n1,nobody\n2,b@example.com\n");
  expect(await screen.findByText("nobody")).toHaveClass("ieu-bad-value");
  await upload(user, guideFile);
  await screen.findByRole("table", { name: english.preview.caption });
  const notice = within(await screen.findByRole("alert"));
  expect(notice.getByText(english.notLoaded.title)).toBeVisible();

  await press(user, english.start.button);
  await expectFocus(screen.getByRole("button", { name: english.notLoaded.retry }));
  expect(server.requests.filter((request) => request.startsWith("POST"))).toEqual([]);

  network.isDown = false;
  await press(user, english.notLoaded.retry);
  await waitFor(() => expect(card()).not.toHaveTextContent(english.notLoaded.title));
  await expectFocus(screen.getByRole("button", { name: english.start.button }));
  await press(user, english.start.button);
  await screen.findByRole("heading", { name: english.result.heading });
});
