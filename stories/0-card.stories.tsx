// Shows the card with all its props, to read and to try.
import type { Meta, StoryObj } from "@storybook/react-vite";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../src/index.ts";
import { serve } from "./setup/portal.ts";

const meta: Meta<ImportExistingUsersProps> = {
  title: "0 Card",
  component: ImportExistingUsers,
  tags: ["autodocs"],
  beforeEach: serve("realistic"),
};

export default meta;

export const Props: StoryObj<ImportExistingUsersProps> = {};
