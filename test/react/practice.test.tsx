// The screen that the card practises with: once per page, gone with its card, and not for the host's parts.
import { cleanup, screen, waitFor } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

// Called by hand: the browser is idle when a test says so.
let waiting: (() => void)[] = [];
let parts: typeof import("./card.tsx");
let shown: Element[] = [];
const observer = new MutationObserver((records) => {
  for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
    if (node instanceof Element && node.matches("[data-practice]")) shown.push(node);
  }
});

beforeEach(async () => {
  // What was practised is remembered for the page.
  vi.resetModules();
  waiting = [];
  shown = [];
  vi.stubGlobal("requestIdleCallback", (callback: () => void) => waiting.push(callback));
  observer.observe(document.body, { subtree: true, childList: true });
  parts = await import("./card.tsx");
});

afterEach(() => {
  observer.disconnect();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function beIdle(): Promise<void> {
  await waitFor(() => expect(waiting).not.toHaveLength(0));
  for (const callback of waiting.splice(0)) callback();
}

async function practise(): Promise<void> {
  await waitFor(async () => {
    for (const callback of waiting.splice(0)) callback();
    expect(shown).toHaveLength(1);
  });
  await waitFor(() => expect(document.querySelector("[data-practice]")).toBeNull());
}

test("is rendered once for all cards of a page, in StrictMode too, and removed", async () => {
  const complaints = vi.spyOn(console, "error").mockImplementation(() => {});
  const server = parts.serve();
  await parts.renderCard({ fetch: server.fetch });
  await practise();
  expect([...new Set(server.requests)]).toEqual([
    "GET /api/developer/applications/app_demo/import-existing-users/sources",
  ]);
  cleanup();
  const user = await parts.renderCard({ fetch: server.fetch });
  await parts.upload(user, parts.guideFile);
  for (const callback of waiting.splice(0)) callback();
  await user.click(await screen.findByRole("button", { name: "Start import" }));
  await screen.findByRole("heading", { name: "Import result" });
  expect(shown).toHaveLength(1);
  expect(complaints.mock.calls.filter(([text]) => !String(text).includes("act("))).toEqual([]);
});

test("does not appear for a card that has gone meanwhile, but for the next one", async () => {
  await parts.renderCard({ fetch: parts.serve().fetch });
  await waitFor(() => expect(waiting).not.toHaveLength(0));
  cleanup();
  for (const callback of waiting.splice(0)) callback();
  await parts.renderCard({ fetch: parts.serve().fetch });
  await practise();
});

test("does not appear beside a file", async () => {
  const user = await parts.renderCard({ fetch: parts.serve().fetch });
  await waitFor(() => expect(waiting).not.toHaveLength(0));
  await parts.upload(user, parts.guideFile);
  await beIdle();
  await screen.findByRole("button", { name: "Start import" });
  expect(shown).toEqual([]);
});

test("does not appear on a page in the background", async () => {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  await parts.renderCard({ fetch: parts.serve().fetch });
  await beIdle();
  cleanup();
  vi.restoreAllMocks();
  // The next card is the first one that practises.
  await parts.renderCard({ fetch: parts.serve().fetch });
  await practise();
});

test("has none of the host's parts, nor their names", async () => {
  const Select = vi.fn(() => null);
  await parts.renderCard({ fetch: parts.serve().fetch, components: { Select } });
  await practise();
  expect(Select).not.toHaveBeenCalled();
});

test("is not in a server's HTML, and follows its hydration", async () => {
  const view = parts.toCard({ fetch: parts.serve().fetch });
  const host = document.createElement("div");
  host.innerHTML = renderToString(view);
  expect(host.querySelector("[data-practice]")).toBeNull();
  document.body.append(host);
  const onRecoverableError = vi.fn();
  const root = hydrateRoot(host, view, { onRecoverableError });
  await practise();
  expect(onRecoverableError).not.toHaveBeenCalled();
  root.unmount();
  host.remove();
});

test("ends where a text of the host throws, and the card stays as it is", async () => {
  const complaints = vi.spyOn(console, "error").mockImplementation(() => {});
  const failure = new Error("The host's own failure.");
  const size = () => {
    throw failure;
  };
  await parts.renderCard({ fetch: parts.serve().fetch, messages: { file: { size } } });
  await waitFor(() => {
    for (const callback of waiting.splice(0)) callback();
    expect(complaints.mock.calls.flat()).toContain(failure);
  });
  await waitFor(() => expect(document.querySelector("[data-practice]")).toBeNull());
  expect(screen.getByRole("button", { name: "Upload CSV" })).toBeEnabled();
  expect(screen.getByRole("heading", { name: "Saved sources" })).toBeVisible();
});
