// Remembered mappings: seen, used, forgotten; and nothing stored unless the host asks for it.
import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { type CardProps, choose, press, renderCard, serve } from "./card.tsx";

const crm = "Konto,Anschrift,Stadt\nk1,one@example.com,Bern\nk2,two@example.com,Biel\n";
const place = "import-existing-users:mappings:v1:app_demo";

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

async function uploadCrm(user: UserEvent, text = crm): Promise<void> {
  await choose(user, new File([text], "crm.csv"));
  await screen.findByRole("heading", { name: /^Preview/ });
}

async function importCrm(props: CardProps): Promise<UserEvent> {
  const user = await renderCard({ fetch: serve().fetch, ...props });
  await uploadCrm(user);
  await user.selectOptions(screen.getByLabelText("User ID"), "Konto");
  // The column of emails is only a guess.
  const start = screen.getByRole("button", { name: "Start import" });
  expect(start).toHaveAttribute("aria-disabled", "true");
  await user.click(screen.getByRole("button", { name: "Email is read from Anschrift: correct" }));
  expect(start).toHaveFocus();
  await user.click(start);
  await press(user, "Import another file");
  await screen.findByRole("button", { name: "Upload CSV" });
  return user;
}

test("a confirmed mapping is used for the next file with the same columns, and says so", async () => {
  const user = await importCrm({ persist: true });
  await uploadCrm(user, crm.replace("k1", "k9"));
  expect(screen.getByText(/^Mapping remembered from /)).toBeVisible();
  await user.click(screen.getByRole("button", { name: /Change$/ }));
  expect(screen.getByLabelText("User ID")).toHaveValue("0");
  expect(screen.getByLabelText("User ID")).toHaveAccessibleDescription(/remembered as you confirmed it on .*k9/);
  expect(screen.getByRole("button", { name: "Start import" })).not.toHaveAttribute("aria-disabled");

  const [forget] = screen.getAllByRole("button", { name: "Forget" });
  await user.click(forget as HTMLElement);
  expect(screen.queryByText(/^Mapping remembered from /)).toBeNull();
  expect(screen.getByLabelText("User ID")).toHaveValue("");
  expect(screen.getByRole("heading", { name: /^Preview/ })).toHaveFocus();
  expect(localStorage.getItem(place)).toBeNull();
});

test("remembered mappings can be listed and forgotten", async () => {
  const user = await importCrm({ persist: true });
  await user.click(await screen.findByText("Remembered mappings (1)"));
  const [entry] = within(screen.getByRole("list", { name: "Remembered mappings" })).getAllByRole("listitem");
  expect(entry).toHaveTextContent(/^User Export .*, confirmed on .*User ID: column 1 · Email: column 2Forget$/);
  await user.click(screen.getByRole("button", { name: "Forget" }));
  expect(screen.getByText("Remembered mappings (0)").closest("summary")).toHaveFocus();
  expect(screen.getByText(/^Nothing is remembered/)).toBeVisible();
  expect(localStorage.length).toBe(0);
});

test("several are forgotten at once", async () => {
  const user = await importCrm({ persist: true });
  await uploadCrm(user, crm.replace("Stadt", "Ort"));
  await user.selectOptions(screen.getByLabelText("User ID"), "Konto");
  await user.click(screen.getByRole("button", { name: /: correct$/ }));
  await user.click(screen.getByRole("button", { name: "Start import" }));
  await user.click(await screen.findByText("Remembered mappings (2)"));
  await user.click(screen.getByRole("button", { name: "Forget all" }));
  expect(await screen.findByText("Remembered mappings (0)")).toBeVisible();
  expect(localStorage.length).toBe(0);
});

test("no value and no name of a column is stored", async () => {
  await importCrm({ persist: true });
  const stored = localStorage.getItem(place) ?? "";
  expect(stored).toContain("signature");
  expect(stored).not.toMatch(/Konto|Anschrift|Stadt|example\.com|k1|Bern/i);
});

test("without persist the storage is never read", async () => {
  const looked = vi.fn();
  const original = Object.getOwnPropertyDescriptor(globalThis, "localStorage");
  Object.defineProperty(globalThis, "localStorage", { configurable: true, get: looked });
  try {
    await importCrm({});
  } finally {
    if (original) Object.defineProperty(globalThis, "localStorage", original);
  }
  expect(looked).not.toHaveBeenCalled();
  expect(screen.queryByText(/^Remembered mappings/)).toBeNull();
});

test("with a blocked storage everything but remembering works, and nothing promises it", async () => {
  const original = Object.getOwnPropertyDescriptor(globalThis, "localStorage");
  const block = () => {
    throw new DOMException("Denied.", "SecurityError");
  };
  Object.defineProperty(globalThis, "localStorage", { configurable: true, get: block });
  try {
    await importCrm({ persist: true });
    await waitFor(() => expect(screen.queryByText(/^Remembered mappings/)).toBeNull());
  } finally {
    if (original) Object.defineProperty(globalThis, "localStorage", original);
  }
});

test("a host may bring its own storage for mappings", async () => {
  let kept: string | null = null;
  const persist = {
    load: () => kept,
    save(text: string | null) {
      kept = text;
    },
  };
  await importCrm({ persist });
  await waitFor(() => expect(kept).toContain("signature"));
  expect(localStorage.length).toBe(0);
});
