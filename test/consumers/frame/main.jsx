// The card in a sandboxed frame: its origin is "null", and touching the storage throws.
import { ImportExistingUsers } from "import-existing-users";
import { createRoot } from "react-dom/client";
import "import-existing-users/styles.css";

const headers = () => ({ Authorization: "Bearer of-the-frame" });

createRoot(document.getElementById("app")).render(
  <ImportExistingUsers appId="app_demo" appName="Acme Portal" headers={headers} persist />,
);
