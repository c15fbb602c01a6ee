// Shows the card on a plain page and presses its buttons by itself, so that no driver is attached to the page while it is measured.
import { createRoot } from "react-dom/client";
import { demoAppId } from "../../../mock-server/demo/demo-people.ts";
import { createImportClient, ImportExistingUsers } from "../../../src/index.ts";
import "../../../src/react/styles.css";
import { measureActions } from "./actions.ts";
import { toReport } from "./measure.ts";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no root.");
createRoot(root).render(<ImportExistingUsers client={createImportClient({ appId: demoAppId })} appName="Bench" />);

// The title is all that the outside can read without being attached.
measureActions(new URLSearchParams(window.location.search).get("part") ?? "").then(
  () => {
    document.title = "done";
  },
  (error: unknown) => {
    document.title = `failed: ${toReport(error)}`;
  },
);
