// The projects of the signed-in developer: the card belongs to whichever is selected.
import { useState } from "react";

export interface Project {
  readonly appId: string;
  readonly name: string;
}

export const projects: readonly [Project, ...Project[]] = [
  { appId: "app_demo", name: "Acme Portal" },
  { appId: "app_other", name: "Acme Staging" },
];

/** The selected project and how to select another. */
export function useProject(): [Project, (appId: string) => void] {
  const [appId, setAppId] = useState(projects[0].appId);
  return [projects.find((project) => project.appId === appId) ?? projects[0], setAppId];
}
