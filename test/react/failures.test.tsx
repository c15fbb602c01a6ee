// Runs that end without an answer: words, next steps, and what is promised about repeating.
import { render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { ScenarioName } from "../../mock-server/index.ts";
import type { ImportClient } from "../../src/index.ts";
import { ImportExistingUsers } from "../../src/index.ts";
import { createGate } from "../gate.ts";
import { card, expectBlocked, expectFocus, guideFile, press, renderCard, serve, upload } from "./card.tsx";

const failing: [ScenarioName, title: string][] = [
  ["unauthenticated", "You are signed out"],
  ["forbidden", "You do not have permission for this application"],
  ["not-found", "The application was not found"],
  ["html", "The server's answer was not what we expected"],
];

test.each(failing)("%s has its own words and keeps everything", async (scenario, title) => {
  const working = serve("realistic");
  const broken = serve(scenario);
  let fetch = working.fetch;
  const user = await renderCard({ fetch: (url, init) => fetch(url, init) });
  await upload(user, guideFile);
  fetch = broken.fetch;
  await user.click(screen.getByRole("button", { name: "Start import" }));
  await expectFocus(await screen.findByRole("heading", { name: title }));
  expect(screen.getByText("users.csv")).toBeVisible();
  fetch = working.fetch;
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByRole("heading", { name: "Import result" });
});

/** A client whose imports fail as told; everything else is empty. */
function failingClient(failure: object, extensions: string[]): ImportClient {
  return {
    importUsers: () => Promise.reject(Object.assign(new Error("test"), failure)),
    listSources: async () => ({ sources: [], nextCursor: null, extensions }),
    deleteSource: () => Promise.reject(new Error("not used")),
  };
}

async function failWith(failure: object, extensions: string[] = ["idempotencyKey"]) {
  render(<ImportExistingUsers client={failingClient(failure, extensions)} />);
  const user = userEvent.setup();
  await screen.findByText(/Nothing imported yet/);
  await upload(user, guideFile);
  await user.click(screen.getByRole("button", { name: "Start import" }));
  await screen.findByRole("button", { name: "Back to preview" });
  return user;
}

test("a wait of years that the server asks for is told, and trying again is possible at once", async () => {
  const failure = { code: "rate-limited", status: 429, retryAfter: 5_462_226_780, outcomeUnknown: false };
  await failWith(failure);
  expect(
    screen.getByText(/^The server asks to wait until .*2\d\d\d.* You can still try again at any time\.$/),
  ).toBeVisible();
  expect(screen.queryByText(/You can try again in/)).toBeNull();
  expect(screen.getByRole("button", { name: "Try again" })).not.toHaveAttribute("aria-disabled", "true");
});

const titles: readonly (readonly [code: string, title: string])[] = [
  ["unauthenticated", "You are signed out"],
  ["forbidden", "You do not have permission for this application"],
  ["application-not-found", "The application was not found"],
  ["import-in-progress", "Another import for this application is running"],
  ["source-deleted", "The source of this import was deleted"],
  ["payload-too-large", "The file is too large for the server"],
  ["too-many-users", "Too many users for one import"],
  ["invalid-request", "The server did not accept the request"],
  ["malformed", "The server could not read the request"],
  ["unsupported-media-type", "The server does not accept this request format"],
  ["idempotency-key-reused", "The server already has a different import under this request"],
  ["rate-limited", "Too many requests right now"],
  ["internal", "The server had a problem"],
  ["unavailable", "The server is not available right now"],
  ["network", "The server could not be reached"],
  ["timeout", "The server did not answer in time"],
  ["request-timeout", "The upload took too long"],
];

test("every failure has its own title, takes the focus, and keeps the file and the name", async () => {
  let code = "";
  const importUsers = () => Promise.reject(Object.assign(new Error("test"), { code, outcomeUnknown: false }));
  render(<ImportExistingUsers client={{ ...failingClient({}, []), importUsers }} />);
  const user = userEvent.setup();
  await screen.findByText(/Nothing imported yet/);
  await upload(user, guideFile);
  const name = screen.getByRole<HTMLInputElement>("textbox", { name: "Source name" }).value;
  for (const [next, title] of titles) {
    code = next;
    await user.click(screen.getByRole("button", { name: "Start import" }));
    await expectFocus(await screen.findByRole("heading", { name: title }));
    expect(screen.getByRole("textbox", { name: "Source name" })).toHaveValue(name);
    expect(screen.getByRole("heading", { name: /^preview/i })).toBeVisible();
    await press(user, "Back to preview");
  }
});

test("trying again is called safe only if the server offers idempotency keys", async () => {
  const user = await failWith({ code: "timeout", outcomeUnknown: true });
  expect(card()).toHaveTextContent("Trying again is safe: nothing is imported twice.");
  await user.click(screen.getByRole("button", { name: "Back to preview" }));
  expect(card()).toHaveTextContent(/An earlier import named User Export .* may have been saved/);
  expect(screen.getByRole("button", { name: "Start import" })).not.toHaveAttribute("aria-disabled");
});

test("without idempotency keys the saved sources are to be checked first", async () => {
  const user = await failWith({ code: "timeout", outcomeUnknown: true }, []);
  expect(card()).toHaveTextContent("Check Saved sources before you try again");
  expect(card()).not.toHaveTextContent("Trying again is safe");
  await user.click(screen.getByRole("button", { name: "Check Saved sources" }));
  await expectFocus(screen.getByRole("heading", { name: "Saved sources" }));
});

test("after an import with unknown outcome the saved sources are loaded again, silently if that fails", async () => {
  let isListed = false;
  const client: ImportClient = {
    ...failingClient({ code: "timeout", outcomeUnknown: true }, []),
    async listSources() {
      if (isListed) throw new Error("test");
      isListed = true;
      return { sources: [], nextCursor: null, extensions: [] };
    },
  };
  const listSources = vi.spyOn(client, "listSources");
  render(<ImportExistingUsers client={client} />);
  const user = userEvent.setup();
  await screen.findByText(/Nothing imported yet/);
  await upload(user, guideFile);
  await user.click(screen.getByRole("button", { name: "Start import" }));
  await screen.findByRole("heading", { name: "The server did not answer in time" });
  expect(listSources).toHaveBeenCalledTimes(2);
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a cancelled import that was saved is listed under the saved sources", async () => {
  const server = serve("empty");
  const gate = createGate();
  const user = await renderCard({
    async fetch(url, init) {
      const answer = await server.fetch(url, { ...init, signal: null });
      if (init.method === "POST") await gate.pass();
      return answer;
    },
  });
  await upload(user, guideFile);
  await user.click(screen.getByRole("button", { name: "Start import" }));
  await waitFor(() => expect(server.requests.some((request) => request.startsWith("POST"))).toBe(true));
  await press(user, "Cancel");
  expect(await screen.findByRole("rowheader", { name: /^User Export/ })).toBeVisible();
  gate.open();
});

test("a rate limit counts down before trying again is possible", async () => {
  const clock = vi.spyOn(Date, "now").mockReturnValue(1_000);
  await failWith({ code: "rate-limited", outcomeUnknown: false, status: 429, retryAfter: 1 });
  expect(await screen.findByText("You can try again in 1 s")).toBeVisible();
  const retry = screen.getByRole("button", { name: "Try again" });
  expectBlocked(retry);
  expect(retry).toHaveAccessibleDescription("You can try again in 1 s");
  // Only the end is said.
  expect(screen.getByText("You can try again in 1 s").closest("[aria-live], [role=status]")).toBeNull();
  clock.mockReturnValue(2_000);
  const said = await screen.findByText("You can try again now.");
  expect(said).toHaveAttribute("aria-live", "polite");
  expect(retry).not.toHaveAttribute("aria-disabled");
  clock.mockRestore();
});

test.each(["payload-too-large", "too-many-users"])(
  "%s: the file is split here; the same start is not offered",
  async (code) => {
    await failWith({ code, outcomeUnknown: false, status: 413 });
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
    expect(screen.getByRole("button", { name: /^Split/ })).toBeVisible();
  },
);

test("a start that can't be repeated offers no button to try again", async () => {
  await failWith({ code: "source-deleted", outcomeUnknown: false, status: 409 });
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  expect(card()).toHaveTextContent("start again. That will be a new import");
});

test("a lost answer is tried again, and the line says so without naming every second", async () => {
  const server = serve("server-error");
  const onError = vi.fn();
  let fetch = serve("realistic").fetch;
  const user = await renderCard({ fetch: (url, init) => fetch(url, init), onError });
  await upload(user, guideFile);
  fetch = server.fetch;
  const status = screen.getByRole("status");
  // The wait is random and may be over at once, so what was said is collected rather than looked for.
  const said: string[] = [];
  const observer = new MutationObserver(() => said.push(status.textContent ?? ""));
  observer.observe(status, { childList: true, characterData: true, subtree: true });
  await user.click(screen.getByRole("button", { name: "Start import" }));
  await waitFor(() => expect(said.join("\n")).toMatch(/trying again \(2 of 4\)/));
  observer.disconnect();
  const seconds = within(status).queryByText(/^in /);
  if (seconds) expect(seconds).toHaveAttribute("aria-hidden", "true");
  await press(user, "Cancel");
  expect(onError).not.toHaveBeenCalled();
});
