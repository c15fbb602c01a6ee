// The browser's side: takes over what the server wrote. React complains on the console where the two differ.
import { hydrateRoot } from "react-dom/client";
import { App } from "./App.jsx";
import "import-existing-users/styles.css";

hydrateRoot(document.getElementById("app"), <App />);
