// What .storybook/prop-docs.ts makes of the card's declarations.
declare module "virtual:prop-docs" {
  export const propDocs: Record<string, import("storybook/internal/types").InputType>;
}
