// The markup of docs/headless.md, which is copied beside this file.
import { createRoot } from "react-dom/client";
import { OwnImport } from "./OwnImport.tsx";

createRoot(document.getElementById("app")).render(<OwnImport />);
