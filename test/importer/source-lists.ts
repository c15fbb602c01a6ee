// Connected source lists, and the sources saved on their server.
import { onTestFinished } from "vitest";
import {
  createSourceList,
  type SourceListOptions,
  type SourceListStore,
} from "../../src/importer/sources/source-list.ts";
import { until } from "./portal.ts";

/** The guide's two people. */
export const twoUsers = [
  { externalUserId: "legacy_1001", email: "user.one@example.com" },
  { externalUserId: "legacy_1002", email: "user.two@example.com" },
];

/** A list that somebody looks at until the test ends. */
export function connected(options: SourceListOptions): SourceListStore {
  const sources = createSourceList(options);
  onTestFinished(sources.connect());
  return sources;
}

/** The state, as soon as the list is loaded. */
export function ready(sources: SourceListStore) {
  return until(sources, ({ status }) => status === "ready");
}
