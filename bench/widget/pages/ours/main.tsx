// Shows only the card on a page, with a client whose server has no saved sources.
import { createRoot } from "react-dom/client";
import { type ImportClient, ImportExistingUsers } from "../../../../src/index.ts";
import "../../../../src/react/styles.css";

const client: ImportClient = {
  listSources: async () => ({ sources: [], nextCursor: null, extensions: [] }),
  importUsers: () => Promise.reject(new Error("Nothing is sent here.")),
  deleteSource: () => Promise.reject(new Error("Nothing is saved here.")),
};

const root = document.getElementById("root");
if (!root) throw new Error("The page has no root.");
createRoot(root).render(<ImportExistingUsers client={client} appName="Bench" />);
