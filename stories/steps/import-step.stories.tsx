// The running import, below the steps that lead to it, as its own page of the documentation.
import type { Meta, StoryObj } from "@storybook/react-vite";
import {
  FileStep,
  ImportExistingUsers,
  type ImportExistingUsersProps,
  ImportStep,
  PreviewStep,
} from "../../src/index.ts";
import { onCard } from "../setup/card.ts";
import { guideFile } from "../setup/files.ts";
import { noAnswer, serve } from "../setup/portal.ts";
import { stepParameters } from "../setup/StepPage.tsx";

const meta: Meta<ImportExistingUsersProps> = {
  title: "7 Your own parts/ImportStep",
  component: ImportStep,
  tags: ["autodocs"],
  parameters: stepParameters,
  beforeEach: serve("realistic", { failure: noAnswer }),
  render: (args) => (
    <ImportExistingUsers {...args}>
      <FileStep />
      <PreviewStep />
      <ImportStep />
    </ImportExistingUsers>
  ),
};

export default meta;

export const InACard: StoryObj<ImportExistingUsersProps> = {
  play: onCard(async (card) => {
    await card.review(guideFile());
    await card.press("Start import");
    await card.findHeading("Sending 2 users");
  }),
};
