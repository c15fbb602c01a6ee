// Parts of the card that a host replaces, and its own layout of the steps.
import { screen, waitFor, within } from "@testing-library/react";
import { forwardRef } from "react";
import { expect, test } from "vitest";
import {
  type ButtonPartProps,
  type CardComponents,
  type DialogPartProps,
  FileStep,
  ImportStep,
  type InputPartProps,
  PreviewStep,
  ResultStep,
  type SelectPartProps,
} from "../../src/index.ts";
import { card, guideFile, press, renderCard, serve, upload } from "./card.tsx";

const components: CardComponents = {
  Button: forwardRef<HTMLButtonElement, Omit<ButtonPartProps, "ref">>(({ look, ...button }, ref) => (
    <button {...button} type="button" ref={ref} data-own={look} />
  )),
  Dialog: ({ initialFocus: _, onCancel, ...dialog }: DialogPartProps) => (
    <div {...dialog} role="dialog" data-own="dialog" onKeyDown={({ key }) => key === "Escape" && onCancel()} />
  ),
  Input: forwardRef<HTMLInputElement, Omit<InputPartProps, "ref">>((input, ref) => (
    <input {...input} ref={ref} data-own="input" />
  )),
  Select: ({ options, onChoose, ...select }: SelectPartProps) => (
    <select {...select} data-own="select" onChange={({ target }) => onChoose(target.value)}>
      {options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  ),
  Progress: (progress) => <progress {...progress} data-own="progress" />,
};

test("the whole flow works with buttons, fields, selects, progress and dialog of the host", async () => {
  const server = serve("realistic", { holdsImports: true });
  const user = await renderCard({ fetch: server.fetch, components });
  expect(screen.getByRole("button", { name: "Upload CSV" })).toHaveAttribute("data-own", "primary");
  await upload(user, guideFile);
  expect(screen.getByLabelText("Source name")).toHaveAttribute("data-own", "input");
  const delimiter = screen.getByRole("combobox", { name: "Delimiter" });
  expect(delimiter).toHaveAttribute("data-own", "select");
  await user.selectOptions(delimiter, "Semicolon");
  await screen.findByText("Required columns are missing");
  await user.selectOptions(screen.getByRole("combobox", { name: "Delimiter" }), "Comma");
  await waitFor(() => expect(screen.getByText(/will be sent/)).toBeVisible());
  await user.click(screen.getByRole("button", { name: "Start import" }));
  expect(await screen.findByRole("progressbar")).toHaveAttribute("data-own", "progress");
  server.release();
  await screen.findByRole("heading", { name: "Import result" });
  await user.click(screen.getByRole("button", { name: "Undo this import" }));
  const dialog = await screen.findByRole("dialog", { name: /^Delete source/ });
  expect(dialog).toHaveAttribute("data-own", "dialog");
  within(dialog).getByRole("button", { name: "Keep source" }).focus();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  const native = [...card().querySelectorAll("button[data-look], dialog, progress:not([data-own])")];
  expect(native).toEqual([]);
});

test("a layout of the host shows only its steps, each in its states", async () => {
  const children = (
    <>
      <p>Welcome</p>
      <FileStep />
      <PreviewStep />
      <ImportStep />
      <ResultStep />
    </>
  );
  const user = await renderCard({ fetch: serve("realistic").fetch, children });
  expect(within(card()).getByText("Welcome")).toBeVisible();
  expect(screen.queryByRole("heading", { name: "Saved sources" })).toBeNull();
  await upload(user, guideFile);
  await user.click(screen.getByRole("button", { name: "Start import" }));
  await screen.findByRole("heading", { name: "Import result" });
  await press(user, "Import another file");
  expect(await screen.findByRole("button", { name: "Upload CSV" })).toBeVisible();
});
