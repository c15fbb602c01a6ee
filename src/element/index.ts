// Door "./element": the card as a custom element. Importing it defines <import-existing-users>.
export { defineImportExistingUsers } from "./define.ts";
export type { ImportExistingUsersElement } from "./element-type.ts";
export type { ImportExistingUsersEvents } from "./events.ts";
