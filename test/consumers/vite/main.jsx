// The card in a Vite application.
import { ImportExistingUsers } from "import-existing-users";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "import-existing-users/styles.css";

createRoot(document.getElementById("app")).render(
  <StrictMode>
    <ImportExistingUsers appId="app_demo" appName="Acme Portal" />
  </StrictMode>,
);
