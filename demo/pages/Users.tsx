// Lists the connected users of the project, which shows the effect of an import and of its rollback.
import { useId, useState } from "react";
import type { Connection, World } from "../../mock-server/store/store.ts";
import { toCount, toDay } from "../portal/format.ts";

interface UsersProps {
  appId: string;
  appName: string;
  world: World;
}

const mostRows = 50;

/** The connections of one application. */
export function Users({ appId, appName, world }: UsersProps) {
  const [search, setSearch] = useState("");
  const searchId = useId();
  const wanted = search.trim().toLowerCase();
  // Newest first, so that the users of the latest import are on top.
  const connections = world.connections.filter((one) => one.appId === appId).toReversed();
  const found = connections.filter((one) => contains(one, wanted));
  const origins = new Map(world.sources?.map(({ id, name }) => [id, name]));
  return (
    <>
      <header className="page-head">
        <h1 tabIndex={-1}>Users</h1>
        <p>Everybody who is connected to {appName}.</p>
      </header>
      <section className="panel" aria-label="Connected users">
        <div className="toolbar">
          <label htmlFor={searchId}>Search</label>
          <input
            id={searchId}
            type="search"
            placeholder="Email or user ID"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          <span role="status">
            {toCount(Math.min(found.length, mostRows))} of {toCount(found.length)} shown
          </span>
        </div>
        {found.length > 0 ? (
          <UserTable connections={found.slice(0, mostRows)} origins={origins} />
        ) : (
          <p className="nothing">{wanted ? "Nobody matches." : "Nobody is connected yet."}</p>
        )}
      </section>
    </>
  );
}

function UserTable({ connections, origins }: { connections: Connection[]; origins: ReadonlyMap<string, string> }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard.
    <section className="table-box" aria-label="Table of users, scrolls sideways" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Shared email</th>
            <th scope="col">User ID</th>
            <th scope="col">Registered</th>
            <th scope="col">Last login</th>
            <th scope="col">Origin</th>
          </tr>
        </thead>
        <tbody>
          {connections.map((one) => (
            <tr key={one.id} data-inactive={!one.active}>
              <td>{one.sharedEmail ?? "–"}</td>
              <td>{one.externalUserId ?? "–"}</td>
              <td>{toDay(one.registrationDate)}</td>
              <td>{toDay(one.lastLoginDate)}</td>
              <td>
                {toOrigin(one, origins)}
                {!one.active && " · disconnected"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function toOrigin({ createdBySourceId }: Connection, origins: ReadonlyMap<string, string>): string {
  if (createdBySourceId === null) return "Joined themselves";
  return origins.get(createdBySourceId) ?? "Imported";
}

function contains({ sharedEmail, externalUserId }: Connection, wanted: string): boolean {
  return `${sharedEmail ?? ""} ${externalUserId ?? ""}`.toLowerCase().includes(wanted);
}
