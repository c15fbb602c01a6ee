// The suite over PostgreSQL.
import { afterAll } from "vitest";
import { describeConformance } from "../conformance/suite.ts";
import { createPostgresDatabase, startOn } from "./databases.ts";

const opened = createPostgresDatabase();
afterAll(async () => (await opened).drop());

describeConformance(
  "PostgreSQL",
  startOn(() => opened),
);
