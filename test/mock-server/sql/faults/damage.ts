// Finds damage in the tables after processes were killed or interrupted.
import type { World } from "../../../../mock-server/index.ts";

/** Everything that is wrong: halves of imports and rollbacks, lost and doubled connections. */
export function findDamage({ connections, sources = [] }: World): string[] {
  const created = new Map<string, Set<string>>();
  for (const { id, appId, createdBySourceId } of connections) {
    if (createdBySourceId === null) continue;
    const key = `${appId} ${createdBySourceId}`;
    created.set(key, (created.get(key) ?? new Set()).add(id));
  }
  const wrong = sources.flatMap((source) => {
    const key = `${source.appId} ${source.id}`;
    const own = created.get(key) ?? new Set();
    created.delete(key);
    if (source.rollback) return own.size > 0 ? [`${source.id} is rolled back and has ${own.size} connections`] : [];
    const promised = source.results.filter(({ status }) => status === "imported").map((row) => row.connectionId ?? "");
    return [
      ...(own.size === source.counters.imported ? [] : [`${source.id}: ${own.size} of ${source.counters.imported}`]),
      ...promised.filter((id) => !own.has(id)).map((id) => `${source.id} promised ${id}, which is not there`),
      ...(source.results.length === source.counters.total ? [] : [`${source.id} lacks results`]),
    ];
  });
  const orphans = [...created.keys()].map((key) => `connections of a source that is not there: ${key}`);
  return [...wrong, ...orphans, ...findDoubles(connections.map((one) => `${one.appId} ${one.accountId}`))];
}

function findDoubles(keys: readonly string[]): string[] {
  const seen = new Set<string>();
  return keys.flatMap((key) => {
    if (seen.has(key)) return [`two connections: ${key}`];
    seen.add(key);
    return [];
  });
}
