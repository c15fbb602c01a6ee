// The card in a page whose bundler keeps even what is imported later in the first file.
import { ImportExistingUsers } from "import-existing-users";
import { createRoot } from "react-dom/client";
import "import-existing-users/styles.css";

createRoot(document.getElementById("app")).render(<ImportExistingUsers appId="app_demo" appName="Acme Portal" />);
