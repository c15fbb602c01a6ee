// Shows the page that the guide names: API sync, and the card Import Existing Users.
import { useEffect } from "react";
import { ImportExistingUsers } from "../../src/index.ts";
import { xlsx } from "../../src/xlsx/index.ts";
import type { Project } from "../portal/projects.ts";
import { useFragment } from "../portal/router.tsx";
import type { Theme } from "../portal/theme.ts";
import { ApiSync } from "./ApiSync.tsx";

interface SynchronisationProps {
  project: Project;
  theme: Theme;
  /** Set if no service worker can answer the card's requests. */
  fetch: typeof globalThis.fetch | undefined;
}

/** Everything except the card belongs to the host. */
export function Synchronisation({ project, theme, fetch }: SynchronisationProps) {
  useScrollToFragment();
  return (
    <>
      <header className="page-head">
        <h1 tabIndex={-1}>Synchronisation</h1>
        <p>Bring the users you already have to {project.name}, and keep them in step.</p>
      </header>
      <ApiSync appId={project.appId} />
      <ImportExistingUsers
        appId={project.appId}
        appName={project.name}
        theme={theme}
        className="portal-card"
        workbooks={xlsx}
        {...(fetch && { fetch })}
      />
    </>
  );
}

// The browser looked for the fragment before React had rendered anything.
function useScrollToFragment(): void {
  const fragment = useFragment();
  useEffect(() => {
    if (fragment !== "") document.getElementById(fragment.slice(1))?.scrollIntoView();
  }, [fragment]);
}
