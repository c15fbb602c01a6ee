// The preview, which needs the step that reads a file, as its own page of the documentation.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { FileStep, ImportExistingUsers, type ImportExistingUsersProps, PreviewStep } from "../../src/index.ts";
import { onCard } from "../setup/card.ts";
import { guideFile } from "../setup/files.ts";
import { serve } from "../setup/portal.ts";
import { stepParameters } from "../setup/StepPage.tsx";

const meta: Meta<ImportExistingUsersProps> = {
  title: "7 Your own parts/PreviewStep",
  component: PreviewStep,
  tags: ["autodocs"],
  parameters: stepParameters,
  beforeEach: serve("realistic"),
  render: (args) => (
    <ImportExistingUsers {...args}>
      <FileStep />
      <PreviewStep />
    </ImportExistingUsers>
  ),
};

export default meta;

export const InACard: StoryObj<ImportExistingUsersProps> = {
  play: onCard(async (card) => {
    await card.review(guideFile());
  }),
};
