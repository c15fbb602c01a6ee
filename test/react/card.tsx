// Renders the card before the real backend, and chooses files in it, for every test of a screen.
import { act, render, screen, waitFor, within } from "@testing-library/react";
import { type UserEvent, userEvent } from "@testing-library/user-event";
import { type ReactElement, StrictMode } from "react";
import { expect } from "vitest";
import { createScenario, type ScenarioName } from "../../mock-server/index.ts";
import type { Extension } from "../../src/contract/source.ts";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../../src/index.ts";
import { loadExtraScreens } from "../../src/react/context/load-extra-screens.ts";
import { createGate } from "../gate.ts";

/** Requests that reached the server: method and path. */
export interface TestServer {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly requests: string[];
  /** Lets held imports, and all later ones, reach the server. */
  readonly release: () => void;
}

interface ServeOptions {
  /** No import reaches the server before `release`. @default false */
  readonly holdsImports?: boolean;
  /** @default those of the scenario */
  readonly extensions?: readonly Extension[] | undefined;
}

/** The real backend of a scenario, without a network. */
export function serve(
  scenario: ScenarioName = "empty",
  { holdsImports = false, extensions }: ServeOptions = {},
): TestServer {
  const { backend } = createScenario(scenario, extensions && { extensions });
  const requests: string[] = [];
  const gate = createGate();
  if (!holdsImports) gate.open();
  return {
    requests,
    release: gate.open,
    async fetch(url, init) {
      requests.push(`${init.method} ${url}`);
      if (init.method === "POST") await gate.pass();
      return backend.fetch(new Request(new URL(url, "http://localhost"), init));
    },
  };
}

export type CardProps = Omit<Extract<ImportExistingUsersProps, { appId: string }>, "appId">;

/** Renders the card in StrictMode and waits for its saved sources. */
export async function renderCard(props: CardProps): Promise<UserEvent> {
  render(toCard(props));
  await waitFor(() => expect(screen.queryByText("Loading saved sources…")).toBeNull());
  // A drop, or "All files" in the picker, brings any file.
  return userEvent.setup({ applyAccept: false });
}

export function toCard(props: CardProps, appId = "app_demo"): ReactElement {
  return (
    <StrictMode>
      <ImportExistingUsers appId={appId} {...props} />
    </StrictMode>
  );
}

/** Chooses a file of this text and waits for its preview. */
export async function upload(user: UserEvent, text: string, name = "users.csv"): Promise<void> {
  await choose(user, new File([text], name, { type: "text/csv" }));
  await screen.findByText(name, { selector: ".ieu-file-name" });
  // The first file of a run waits for the screens that are loaded after the first one.
  await waitFor(() => expect(card().querySelector(".ieu-mapper")).not.toBeNull());
  await act(async () => void (await loadExtraScreens()));
}

export async function choose(user: UserEvent, file: File): Promise<void> {
  await user.upload(picker(), file);
}

/** The hidden field that the upload button opens. */
export function picker(): HTMLElement {
  return card().querySelector("input[type=file]") as HTMLElement;
}

export function card(): HTMLElement {
  return screen.getByRole("region", { name: /Import Existing Users|Bestehende Nutzer importieren/ });
}

/** Presses a button by key, which counts also while the button is new: some are deaf to the pointer for a moment. */
export async function press(user: UserEvent, name: string): Promise<void> {
  (await screen.findByRole("button", { name })).focus();
  await user.keyboard("{Enter}");
}

/** A control that does nothing now, but can be reached by the keyboard. */
export function expectBlocked(button: HTMLElement): void {
  expect(button).toHaveAttribute("aria-disabled", "true");
  expect(button).toBeEnabled();
}

/** Waits for the focus, which moves to a new screen after the browser has painted it. */
export async function expectFocus(element: HTMLElement): Promise<void> {
  await waitFor(() => expect(element).toHaveFocus());
}

/** The texts of a table's rows, without its head. */
export function rowsOf(name: string): string[][] {
  const table = screen.queryByRole("grid", { name }) ?? screen.getByRole("table", { name });
  const [, ...rows] = within(table).getAllByRole("row");
  return rows.map((row) => [...row.children].map((cell) => cell.textContent ?? ""));
}

export const guideFile = `user_id,email,name,registration_date,last_login_date
legacy_1001,user.one@example.com,User One,2024-01-10T09:00:00Z,2026-04-30T18:21:00Z
legacy_1002,user.two@example.com,User Two,2023-11-05,2026-05-01
`;
