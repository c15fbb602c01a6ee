// Builds every page of the browser tests once, before they run.
import { buildBarePage } from "./bare/build.ts";
import buildDemo from "./build-demo.ts";

/** Vitest calls this once for the whole project. */
export default async function buildPages(): Promise<void> {
  await Promise.all([buildDemo(), buildBarePage("production"), buildBarePage("development")]);
}
