// Renders the card the same on the server and in the page.
import { ImportExistingUsers } from "import-existing-users";
import { german } from "import-existing-users/messages/de";
import { StrictMode } from "react";

export const App = () => (
  <StrictMode>
    <ImportExistingUsers appId="app_demo" appName="Acme Portal" />
    <ImportExistingUsers id="second" appId="app_other" locale="de" messages={german} theme="auto" />
  </StrictMode>
);
