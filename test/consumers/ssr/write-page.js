// Renders once, as a server would for each request.
import { readFileSync, writeFileSync } from "node:fs";
import { render } from "./dist-server/server.js";

const card = render();
if (!card.includes("Import Existing Users")) throw new Error("The server rendered no card.");
writeFileSync(
  "dist/index.html",
  readFileSync("dist/index.html", "utf8").replace("<!--card-->", () => card),
);
