// Starts the demo: first the server, then the portal, so that the card's first request is answered.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { isScenarioName } from "../mock-server/demo/scenarios.ts";
import { Portal } from "./portal/Portal.tsx";
import { redirect } from "./portal/router.tsx";
import { StartFailure } from "./portal/StartFailure.tsx";
import { connect } from "./server/connect.ts";
import { createDemoServer } from "./server/demo-server.ts";
import "../src/react/styles.css";
import "./styles/portal.css";
import "./styles/sidebar.css";
import "./styles/pages.css";
import "./styles/demo-panel.css";

/** `?server=network` sends requests to the server at /api; any other value names a scenario. */
const wanted = new URLSearchParams(window.location.search).get("server") ?? "realistic";

if (window.location.pathname === "/") redirect("/portal/synchronisation#import-existing-users");

const root = createRoot(document.getElementById("portal") as HTMLElement);
root.render(<StrictMode>{await start()}</StrictMode>);

async function start() {
  try {
    if (wanted === "network") return <Portal server={null} fetch={undefined} />;
    const server = await createDemoServer(isScenarioName(wanted) ? wanted : "realistic");
    return <Portal server={server} fetch={await connect(server)} />;
  } catch (error) {
    return <StartFailure error={error} />;
  }
}
