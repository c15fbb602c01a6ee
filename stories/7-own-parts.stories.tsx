// Stories of hosts that replace parts of the card, lay its steps out, or bring markup of their own.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import {
  type ButtonPartProps,
  type CardComponents,
  type DialogPartProps,
  FileStep,
  ImportExistingUsers,
  type ImportExistingUsersProps,
  ImportStep,
  type InputPartProps,
  PreviewStep,
  type ProgressPartProps,
  ResultStep,
  type SelectPartProps,
  SourcesStep,
} from "../src/index.ts";
import { onCard } from "./setup/card.ts";
import { guideFile } from "./setup/files.ts";
import { OwnImport } from "./setup/OwnImport.tsx";
import { serve } from "./setup/portal.ts";

const meta: Meta<ImportExistingUsersProps> = {
  title: "7 Your own parts/Components and layout",
  component: ImportExistingUsers,
  beforeEach: serve("realistic"),
};

export default meta;
type Story = StoryObj<ImportExistingUsersProps>;

const components: CardComponents = {
  Button: ({ look, className: _, ...button }: ButtonPartProps) => (
    <button {...button} type="button" data-own={look} style={ownButton(look)} />
  ),
  Dialog: ({ onCancel, initialFocus: _, className: __, ...dialog }: DialogPartProps) => (
    <div
      {...dialog}
      role="alertdialog"
      style={{ border: "2px solid #0a5c55", padding: 24 }}
      onKeyDown={({ key }) => key === "Escape" && onCancel()}
    />
  ),
  Input: ({ className: _, ...input }: InputPartProps) => (
    <input {...input} style={input.type === "search" ? { ...ownField, paddingInlineStart: 32 } : ownField} />
  ),
  Select: ({ className: _, options, onChoose, ...select }: SelectPartProps) => (
    <select {...select} style={ownField} onChange={({ target }) => onChoose(target.value)}>
      {options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  ),
  Progress: ({ className: _, ...progress }: ProgressPartProps) => <progress {...progress} style={{ width: "100%" }} />,
};

const ownField = { border: "0", borderBottom: "2px solid #0a5c55", minHeight: 32, background: "transparent" };

function ownButton(look: ButtonPartProps["look"]) {
  const isMain = look === "primary";
  const colours = isMain ? { background: "#0a5c55", color: "#fff" } : { background: "#fff", color: "#0a5c55" };
  const shape = { border: "2px solid #0a5c55", borderRadius: 0, padding: "6px 14px", minHeight: 36 };
  return { ...colours, ...shape, display: "inline-flex", alignItems: "center", gap: 6 };
}

export const OwnComponents: Story = {
  args: { components },
  play: onCard(async (card) => {
    await expect(card.button("Upload CSV")).toHaveAttribute("data-own", "primary");
    await card.import(guideFile());
    await card.press("Undo this import");
    await expect(await card.findByRole("alertdialog")).toHaveAccessibleName(/^Delete source/);
    await card.press("Keep source");
  }),
};

export const OwnLayout: Story = {
  args: {
    children: (
      <div style={{ display: "grid", gridTemplateColumns: "2fr 1fr" }}>
        <div style={{ container: "ieu / inline-size" }}>
          <FileStep />
          <PreviewStep />
          <ImportStep />
          <ResultStep />
        </div>
        <aside style={{ container: "ieu / inline-size" }}>
          <SourcesStep />
        </aside>
      </div>
    ),
  },
  play: onCard(async (card) => {
    await card.findByRole("heading", { name: "Saved sources" });
    await expect(card.queryByRole("button", { name: "Download template" })).toBeNull();
    await card.import(guideFile());
  }),
};

/** The example of docs/headless.md: `useImporter` with markup of its own. */
export const OwnMarkup: Story = {
  render: () => <OwnImport />,
  async play({ canvasElement }: { canvasElement: HTMLElement }) {
    const page = within(canvasElement);
    await userEvent.upload(await page.findByLabelText("CSV file"), guideFile());
    await userEvent.click(await page.findByRole("button", { name: "Start import" }));
    await expect(await page.findByText("2 users are connected")).toBeVisible();
    const [first] = await page.findAllByRole("button", { name: /^Delete User Export/ });
    await userEvent.click(first as HTMLElement);
    await userEvent.click(await page.findByRole("button", { name: "Delete" }));
  },
};
