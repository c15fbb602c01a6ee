// Renders the portal's sidebar: project, pages, and the demo's controls. Below 60 rem it folds into a bar.
import { type ReactNode, useId, useState } from "react";
import { Icon, type IconName } from "./Icon.tsx";
import { type Project, projects } from "./projects.ts";
import { Link } from "./router.tsx";

/** A page of the portal in the navigation. */
export interface Destination {
  readonly path: string;
  readonly title: string;
  readonly icon: IconName;
}

interface SidebarProps {
  destinations: readonly Destination[];
  path: string;
  project: Project;
  onProject: (appId: string) => void;
  /** The demo's controls; `close` folds the bar on narrow screens. */
  children: (close: () => void) => ReactNode;
}

/** Navigation with the project switcher on top. */
export function Sidebar({ destinations, path, project, onProject, children }: SidebarProps) {
  const [open, setOpen] = useState(false);
  const bodyId = useId();
  const close = () => setOpen(false);
  return (
    <header className="sidebar" data-open={open}>
      <div className="sidebar-head">
        <span className="brand">
          <img src="/favicon.svg" alt="" width="28" height="28" />
          <span>
            LoginSign <small>Developer Portal</small>
          </span>
        </span>
        <button
          type="button"
          className="menu-button"
          aria-expanded={open}
          aria-controls={bodyId}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? "close" : "menu"} />
          <span className="unseen">Menu</span>
        </button>
      </div>
      <div className="sidebar-body" id={bodyId}>
        <ProjectSwitch project={project} onProject={onProject} />
        <nav aria-label="Portal">
          <ul>
            {destinations.map((destination) => (
              <li key={destination.path}>
                <Link
                  href={destination.path}
                  aria-current={destination.path === path ? "page" : undefined}
                  onClickCapture={close}
                >
                  <Icon name={destination.icon} />
                  {destination.title}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {children(close)}
      </div>
    </header>
  );
}

function ProjectSwitch({ project, onProject }: Pick<SidebarProps, "project" | "onProject">) {
  const id = useId();
  return (
    <div className="project">
      <label htmlFor={id}>Project</label>
      <select id={id} value={project.appId} onChange={(event) => onProject(event.target.value)}>
        {projects.map(({ appId, name }) => (
          <option key={appId} value={appId}>
            {name}
          </option>
        ))}
      </select>
      <code>{project.appId}</code>
    </div>
  );
}
