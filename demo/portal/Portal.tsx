// Renders the portal around the card: navigation, top bar, and the page of the current address.
import { useEffect, useRef, useSyncExternalStore } from "react";
import { Overview } from "../pages/Overview.tsx";
import { Synchronisation } from "../pages/Synchronisation.tsx";
import { Users } from "../pages/Users.tsx";
import type { DemoServer, ServerView } from "../server/demo-server.ts";
import { DemoPanel } from "./DemoPanel.tsx";
import { useProject } from "./projects.ts";
import { Link, usePath } from "./router.tsx";
import { type Destination, Sidebar } from "./Sidebar.tsx";
import { ThemeSwitch } from "./ThemeSwitch.tsx";
import { useTheme } from "./theme.ts";

const synchronisation: Destination = {
  path: "/portal/synchronisation",
  title: "Synchronisation",
  icon: "synchronisation",
};
const pages: readonly Destination[] = [
  { path: "/portal/overview", title: "Overview", icon: "overview" },
  { path: "/portal/users", title: "Users", icon: "users" },
  synchronisation,
];

interface PortalProps {
  /** Null with a real server: then only the card's own page can be shown. */
  server: DemoServer | null;
  fetch: typeof globalThis.fetch | undefined;
}

/** The whole portal. */
export function Portal({ server, fetch }: PortalProps) {
  const path = usePath();
  const view = useServerView(server);
  const [project, selectProject] = useProject();
  const [theme, setTheme] = useTheme();
  const destinations = view ? pages : [synchronisation];
  const page = destinations.find((one) => one.path === path);
  const main = useRef<HTMLElement>(null);
  useFocusAfterMove(main, path);
  useEffect(() => {
    document.title = `${page?.title ?? "Not found"} · LoginSign developer portal`;
  }, [page]);

  const named = { appId: project.appId, appName: project.name };
  return (
    <div className="portal">
      <Sidebar destinations={destinations} path={path} project={project} onProject={selectProject}>
        {(close) => <DemoPanel server={server} view={view} hasCard={page === synchronisation} onSampleUsed={close} />}
      </Sidebar>
      <div className="stage">
        <section className="top-bar" aria-label="Where you are">
          <p>
            <span>{project.name}</span>
            {page && <span>{page.title}</span>}
          </p>
          <ThemeSwitch theme={theme} onChange={setTheme} />
        </section>
        <main ref={main}>
          {page === synchronisation && (
            <Synchronisation key={view?.epoch} project={project} theme={theme} fetch={fetch} />
          )}
          {view && page?.path === "/portal/overview" && <Overview {...named} world={view.world} />}
          {view && page?.path === "/portal/users" && <Users {...named} world={view.world} />}
          {!page && <NotFound />}
        </main>
      </div>
    </div>
  );
}

function NotFound() {
  return (
    <header className="page-head">
      <h1 tabIndex={-1}>There is no such page</h1>
      <p>
        <Link href={`${synchronisation.path}#import-existing-users`}>Go to Import Existing Users</Link>
      </p>
    </header>
  );
}

function useServerView(server: DemoServer | null): ServerView | null {
  return useSyncExternalStore(server?.subscribe ?? never, server?.view ?? nothing);
}

const never = () => () => {};
const nothing = () => null;

// Moves focus to the new page's heading after a link inside the portal, as after loading a document.
function useFocusAfterMove(main: React.RefObject<HTMLElement | null>, path: string): void {
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    main.current?.querySelector("h1")?.focus({ preventScroll: true });
    if (window.location.hash === "") window.scrollTo(0, 0);
  }, [main, path]);
}
