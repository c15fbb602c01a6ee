// Door "./element": the card as a custom element. Importing it defines <import-existing-users>.
export { defineImportExistingUsers } from "./define.ts";
export type { ImportExistingUsersElement, ImportExistingUsersEvents } from "./element-properties.ts";
