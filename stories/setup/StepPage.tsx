// The page of a step in the documentation: what it shows, and the step in a card. It has no props: the card around it has.
import { Description, Primary, Title } from "@storybook/addon-docs/blocks";
import type { ReactElement } from "react";

function StepPage(): ReactElement {
  return (
    <>
      <Title />
      <Description />
      <Primary />
    </>
  );
}

/** The parameters of a step's stories. */
export const stepParameters = { controls: { exclude: /./ }, docs: { page: StepPage } };
