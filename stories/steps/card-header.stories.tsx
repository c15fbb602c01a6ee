// The title of the card, and the template, as its own page of the documentation.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { CardHeader, ImportExistingUsers, type ImportExistingUsersProps } from "../../src/index.ts";
import { serve } from "../setup/portal.ts";
import { stepParameters } from "../setup/StepPage.tsx";

const meta: Meta<ImportExistingUsersProps> = {
  title: "7 Your own parts/CardHeader",
  component: CardHeader,
  tags: ["autodocs"],
  parameters: stepParameters,
  beforeEach: serve("realistic"),
  render: (args) => (
    <ImportExistingUsers {...args}>
      <CardHeader />
    </ImportExistingUsers>
  ),
};

export default meta;

export const InACard: StoryObj<ImportExistingUsersProps> = {};
