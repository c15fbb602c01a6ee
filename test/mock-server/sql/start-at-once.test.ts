// Servers that start at once on an empty database.
import { expect, inject, onTestFinished, test } from "vitest";
import { openStore } from "../../../mock-server/serve-command.ts";
import { createSmallWorld } from "../worlds.ts";
import { createDatabase } from "./create-database.ts";

test("four servers that start at once make the tables and load the accounts once, and all of them run", async () => {
  const { url, drop } = await createDatabase(inject("postgresUrl"));
  onTestFinished(drop);
  const started = await Promise.all(
    Array.from({ length: 4 }, () => openStore({ kind: "postgres", url }, createSmallWorld)),
  );
  const seen = await Promise.all(started.map(({ store }) => store.snapshot()));
  expect(seen.map(({ accounts }) => accounts)).toEqual(started.map(() => createSmallWorld().accounts));
  for (const { close } of started) await close();
});
