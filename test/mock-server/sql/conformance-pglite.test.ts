// The suite over PGlite.
import { afterAll } from "vitest";
import { describeConformance } from "../conformance/suite.ts";
import { createPgliteDatabase, startOn } from "./databases.ts";

const opened = createPgliteDatabase();
afterAll(async () => (await opened).drop());

describeConformance(
  "PGlite",
  startOn(() => opened),
);
