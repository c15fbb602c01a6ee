// The focus of a new screen, which moves once the browser has painted it: keys, pointers, hosts and pages that do not wait for that.
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { createPortal } from "react-dom";
import { afterEach, expect, test, vi } from "vitest";
import { card, expectFocus, guideFile, picker, renderCard, serve, toCard, upload } from "./card.tsx";

afterEach(() => {
  vi.unstubAllGlobals();
});

// As a hidden page: then the focus moves after a while, or with the next press.
function paintNothing(): void {
  vi.stubGlobal("requestAnimationFrame", () => 0);
}

function previewHeading(): HTMLElement {
  return screen.getByRole("heading", { name: "Preview and column mapping" });
}

function focused(): Element {
  return document.activeElement ?? document.body;
}

test.each(["Tab", "Enter", "ArrowDown", "x", "Shift"])(
  "a press of %s before the paint finds the heading focused",
  async (key) => {
    paintNothing();
    const user = await renderCard({ fetch: serve().fetch });
    await upload(user, guideFile);
    fireEvent.keyDown(focused(), { key });
    expect(previewHeading()).toHaveFocus();
  },
);

test("a pointer that is pressed before the paint finds the heading focused, and nothing scrolled under it", async () => {
  paintNothing();
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, guideFile);
  const pressed = screen.getByText(/will be sent/);
  const scroll = vi.spyOn(Element.prototype, "scrollIntoView");
  fireEvent.pointerDown(pressed);
  expect(previewHeading()).toHaveFocus();
  expect(scroll).not.toHaveBeenCalled();
  scroll.mockRestore();
});

test("what is clicked before the paint keeps the focus", async () => {
  paintNothing();
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, guideFile);
  const name = screen.getByRole("textbox", { name: "Source name" });
  await user.click(name);
  fireEvent.keyDown(name, { key: "x" });
  expect(name).toHaveFocus();
});

test("a field of the host that takes the focus before the paint keeps it", async () => {
  paintNothing();
  render(<input aria-label="Search the portal" />);
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, guideFile);
  const field = screen.getByRole("textbox", { name: "Search the portal" });
  field.focus();
  fireEvent.keyDown(field, { key: "x" });
  expect(field).toHaveFocus();
});

test("a page that paints nothing has the focus on the heading all the same", async () => {
  paintNothing();
  const user = await renderCard({ fetch: serve().fetch });
  await upload(user, guideFile);
  await expectFocus(previewHeading());
});

test("a refused file has the focus on the upload button, also before the paint", async () => {
  paintNothing();
  await renderCard({ fetch: serve().fetch });
  fireEvent.change(picker(), { target: { files: [new File([], "empty.csv")] } });
  await screen.findByRole("alert");
  fireEvent.keyDown(focused(), { key: "Tab" });
  expect(screen.getByRole("button", { name: "Upload CSV" })).toHaveFocus();
});

test("a card that is removed before the paint leaves the focus where it was", async () => {
  paintNothing();
  render(<input aria-label="Search the portal" />);
  const { unmount } = render(toCard({ fetch: serve().fetch }));
  await waitFor(() => expect(screen.queryByText("Loading saved sources…")).toBeNull());
  fireEvent.change(picker(), { target: { files: [new File([guideFile], "users.csv")] } });
  await waitFor(() => expect(card().querySelector(".ieu-mapper")).not.toBeNull());
  const heading = previewHeading();
  unmount();
  const focus = vi.spyOn(heading, "focus");
  screen.getByRole("textbox", { name: "Search the portal" }).focus();
  fireEvent.keyDown(focused(), { key: "Tab" });
  expect(screen.getByRole("textbox", { name: "Search the portal" })).toHaveFocus();
  expect(focus).not.toHaveBeenCalled();
});

// A closed one, which no code outside can look into.
test.each(["open", "closed"] as const)(
  "in a shadow root that is %s the heading takes the focus, and leaves it to another part",
  async (mode) => {
    paintNothing();
    const host = document.body.appendChild(document.createElement("div"));
    const root = host.attachShadow({ mode });
    const inside = within(root as unknown as HTMLElement);
    const { unmount } = render(createPortal(toCard({ fetch: serve().fetch }), root));
    const choose = async (text: string, name: string) => {
      const input = root.querySelector("input[type=file]") as HTMLElement;
      fireEvent.change(input, { target: { files: [new File([text], name)] } });
      await inside.findByText(name, { selector: ".ieu-file-name" });
      return inside.findByRole("heading", { name: "Preview and column mapping" });
    };
    const first = await choose(guideFile, "first.csv");
    fireEvent.keyDown(host, { key: "Tab", composed: true });
    expect(root.activeElement).toBe(first);

    await choose(`${guideFile}3,c@example.com,C,,\n`, "second.csv");
    const name = inside.getByRole("textbox", { name: "Source name" });
    name.focus();
    fireEvent.keyDown(host, { key: "x", composed: true });
    expect(root.activeElement).toBe(name);
    unmount();
    host.remove();
  },
);
