// The card without JSX.
import { ImportExistingUsers } from "import-existing-users";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import "import-existing-users/styles.css";

const card = createElement(ImportExistingUsers, { appId: "app_demo", appName: "Acme Portal" });
createRoot(document.getElementById("app")).render(card);
