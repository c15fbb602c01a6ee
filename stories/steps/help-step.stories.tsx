// The common errors alone, as its own page of the documentation.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { HelpStep, ImportExistingUsers, type ImportExistingUsersProps } from "../../src/index.ts";
import { serve } from "../setup/portal.ts";
import { stepParameters } from "../setup/StepPage.tsx";

const meta: Meta<ImportExistingUsersProps> = {
  title: "7 Your own parts/HelpStep",
  component: HelpStep,
  tags: ["autodocs"],
  parameters: stepParameters,
  beforeEach: serve("realistic"),
  render: (args) => (
    <ImportExistingUsers {...args}>
      <HelpStep />
    </ImportExistingUsers>
  ),
};

export default meta;

export const InACard: StoryObj<ImportExistingUsersProps> = {};
