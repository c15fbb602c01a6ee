// Lists the projects of the signed-in developer and selects the one that the card imports into.
import { useState } from "react";

export interface Project {
  readonly appId: string;
  readonly name: string;
}

export const projects: readonly [Project, ...Project[]] = [
  { appId: "app_demo", name: "Acme Portal" },
  { appId: "app_other", name: "Acme Staging" },
];

/** The selected project, and a function that selects another. */
export function useProject(): [Project, (appId: string) => void] {
  const [appId, setAppId] = useState(projects[0].appId);
  return [projects.find((project) => project.appId === appId) ?? projects[0], setAppId];
}
