// A source that is to be deleted while the part with the dialog can't be loaded.
import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { english } from "../../src/react/messages/en.ts";

const network = vi.hoisted(() => ({ isDown: true }));

vi.mock("../../src/react/extra-screens.ts", async (original) => {
  if (network.isDown) throw new TypeError("Failed to fetch dynamically imported module");
  return original();
});

test("a source is not deleted without the part with the dialog, which the card says, and is asked about once it is there", async () => {
  // The modules of a worker are shared: another file may have loaded the part.
  vi.resetModules();
  const { press, renderCard, serve } = await import("./card.tsx");
  const server = serve("realistic");
  const user = await renderCard({ fetch: server.fetch });
  await press(user, english.sources.delete);
  await screen.findByText(english.notLoaded.title);
  expect(screen.queryByRole("dialog")).toBeNull();

  network.isDown = false;
  await press(user, english.notLoaded.retry);
  await screen.findByRole("dialog");
  expect(server.requests.filter((request) => request.startsWith("DELETE") && !request.includes("dryRun"))).toEqual([]);
});
