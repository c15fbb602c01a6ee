// Shows the overview of the project: connected users, and links to the other pages.
import type { World } from "../../mock-server/store/store.ts";
import { toCount, toMoment } from "../portal/format.ts";
import { Link } from "../portal/router.tsx";

interface OverviewProps {
  appId: string;
  appName: string;
  world: World;
}

/** Three figures of one application. */
export function Overview({ appId, appName, world }: OverviewProps) {
  const connected = world.connections.filter((one) => one.appId === appId && one.active).length;
  const sources = (world.sources ?? []).filter((one) => one.appId === appId && one.rollback === null);
  const last = sources.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
  return (
    <>
      <header className="page-head">
        <h1 tabIndex={-1}>Overview</h1>
        <p>{appName} at a glance.</p>
      </header>
      <dl className="figures">
        <div className="panel">
          <dt>Connected users</dt>
          <dd>{toCount(connected)}</dd>
          <dd className="figure-note">
            <Link href="/portal/users">All users</Link>
          </dd>
        </div>
        <div className="panel">
          <dt>Saved sources</dt>
          <dd>{toCount(sources.length)}</dd>
          <dd className="figure-note">
            <Link href="/portal/synchronisation#import-existing-users">Import existing users</Link>
          </dd>
        </div>
        <div className="panel">
          <dt>Last import</dt>
          <dd className="figure-text">{last?.name ?? "None yet"}</dd>
          <dd className="figure-note">{last ? toMoment(last.createdAt) : "Nothing was imported."}</dd>
        </div>
      </dl>
    </>
  );
}
