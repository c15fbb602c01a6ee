// The saved sources alone, as its own page of the documentation.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { ImportExistingUsers, type ImportExistingUsersProps, SourcesStep } from "../../src/index.ts";
import { onCard } from "../setup/card.ts";
import { serve } from "../setup/portal.ts";
import { stepParameters } from "../setup/StepPage.tsx";

const meta: Meta<ImportExistingUsersProps> = {
  title: "7 Your own parts/SourcesStep",
  component: SourcesStep,
  tags: ["autodocs"],
  parameters: stepParameters,
  beforeEach: serve("realistic"),
  render: (args) => (
    <ImportExistingUsers {...args}>
      <SourcesStep />
    </ImportExistingUsers>
  ),
};

export default meta;

export const InACard: StoryObj<ImportExistingUsersProps> = {
  play: onCard(async (card) => {
    await card.findByRole("table", { name: "Saved sources, newest first" });
  }),
};
