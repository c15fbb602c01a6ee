// Declares the module that .storybook/prop-docs.ts generates from the card's props.
declare module "virtual:prop-docs" {
  export const propDocs: Record<string, import("storybook/internal/types").InputType>;
}
