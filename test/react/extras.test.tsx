// The card while the words, encodings and dates of other countries can't be loaded: it says what it could not do.
import { screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { german } from "../../src/react/messages/de.ts";

const network = vi.hoisted(() => ({ isDown: true }));

vi.mock("../../src/csv/mapping/languages/all-languages.ts", async (original) => load(original));
vi.mock("../../src/csv/read/encodings/guess-encoding.ts", async (original) => load(original));
vi.mock("../../src/csv/text/date-words.ts", async (original) => load(original));

function load(original: () => Promise<object>): Promise<object> {
  if (network.isDown) throw new TypeError("Failed to fetch dynamically imported module");
  return original();
}

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

const files = {
  languages: "Kundennummer;E-Mail;Nimi\n1;ada@example.com;Ada\n",
  encodings: bytes("user_id,email,name\n1,ada@example.com,J\xfcrgen\n"),
  dates: "user_id,email,registration_date\n1,ada@example.com,10 enero 2024\n",
} as const;

test.each(Object.keys(files) as (keyof typeof files)[])(
  "%s that could not be loaded are told once, in the language of the card, and no longer once they are there",
  async (extra) => {
    network.isDown = true;
    // The modules of a worker are shared: another test may have loaded the parts.
    vi.resetModules();
    const { choose, renderCard, serve } = await import("./card.tsx");
    const user = await renderCard({ fetch: serve().fetch, locale: "de", messages: german });
    const file = () => new File([files[extra]], "users.csv", { type: "text/csv" });
    await choose(user, file());
    const notices = await screen.findByRole("list", { name: german.file.notices });
    expect(notices).toHaveTextContent(german.notices.extras_not_loaded[extra]);
    network.isDown = false;
    await choose(user, file());
    await waitFor(() => expect(screen.queryByText(german.notices.extras_not_loaded[extra])).toBeNull());
  },
);
