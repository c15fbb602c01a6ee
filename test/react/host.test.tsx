// The card in a host's page: props that change, words, class names, server rendering.
import { act, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test, vi } from "vitest";
import { card, guideFile, renderCard, serve, toCard, upload } from "./card.tsx";

afterEach(() => vi.restoreAllMocks());

test("props written inline do not reset the card, and the newest count", async () => {
  const { fetch } = serve("realistic");
  const headersSeen: string[] = [];
  const view = (token: string) =>
    toCard({
      fetch: (url, init) => {
        headersSeen.push(new Headers(init.headers).get("x-token") ?? "");
        return fetch(url, init);
      },
      headers: { "x-token": token },
    });
  const { rerender } = render(view("first"));
  const user = userEvent.setup();
  await screen.findByRole("table", { name: "Saved sources, newest first" });
  await upload(user, guideFile);
  rerender(view("second"));
  expect(screen.getByText("users.csv")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Start import" }));
  await screen.findByRole("heading", { name: "Import result" });
  expect(headersSeen[0]).toBe("first");
  expect(headersSeen.at(-1)).toBe("second");
});

test("a change of application aborts what is running and drops the file", async () => {
  const server = serve("realistic", { holdsImports: true });
  const { rerender } = render(toCard({ fetch: server.fetch }));
  const user = userEvent.setup();
  await screen.findByRole("table", { name: "Saved sources, newest first" });
  await upload(user, guideFile);
  await user.click(screen.getByRole("button", { name: "Start import" }));
  rerender(toCard({ fetch: server.fetch }, "app_other"));
  expect(screen.getByRole("button", { name: "Upload CSV" })).toBeVisible();
  expect(screen.queryByText("users.csv")).toBeNull();
});

test("the host chooses texts, class names, heading level and theme", async () => {
  await renderCard({
    fetch: serve().fetch,
    messages: { card: { title: "Bring users" }, file: { limits: (rows) => `at most ${rows}` } },
    classNames: { title: "host-title" },
    className: "host-card",
    headingLevel: 3,
    theme: "dark",
    id: "users",
  });
  const title = screen.getByRole("heading", { level: 3, name: "Bring users" });
  expect(title).toHaveClass("ieu-title", "host-title");
  expect(screen.getByRole("heading", { level: 4, name: "Saved sources" })).toBeVisible();
  expect(screen.getByText("at most 10000")).toBeVisible();
  expect(screen.getByText("Source name")).toBeVisible();
  const section = screen.getByRole("region", { name: "Bring users" });
  expect(section).toHaveClass("host-card");
  expect(section).toHaveAttribute("id", "users");
  expect(section).toHaveAttribute("data-theme", "dark");
});

test("numbers follow the locale", async () => {
  await renderCard({ fetch: serve().fetch, locale: "de" });
  expect(screen.getByText(/^Up to 10\.000 rows/)).toBeVisible();
});

test("a server-rendered page hydrates without warnings", async () => {
  const complaints = vi.spyOn(console, "error").mockImplementation(() => {});
  const view = toCard({ fetch: serve("realistic").fetch });
  const host = document.createElement("div");
  document.body.append(host);
  host.innerHTML = renderToString(view);
  expect(host.querySelector("section")?.id).toBe("import-existing-users");
  expect(host.querySelector("[role=status]")).toBeInTheDocument();
  const onRecoverableError = vi.fn();
  const root = await act(async () => hydrateRoot(host, view, { onRecoverableError }));
  await waitFor(() => expect(screen.getByRole("textbox", { name: "Source name" })).toHaveValue());
  await screen.findByRole("table", { name: "Saved sources, newest first" });
  expect(complaints).not.toHaveBeenCalled();
  expect(onRecoverableError).not.toHaveBeenCalled();
  await act(async () => root.unmount());
  host.remove();
});

test("the section has the id of the guide's direct link, and one field is the source name", async () => {
  await renderCard({ fetch: serve().fetch });
  expect(card()).toHaveAttribute("id", "import-existing-users");
  expect(screen.getAllByLabelText("Source name")).toHaveLength(1);
  expect(card().querySelector("input[type=file]")).toHaveAttribute("hidden");
  expect(screen.getByRole("status")).toBeInTheDocument();
});
