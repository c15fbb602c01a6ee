// The suite over PostgreSQL, and a look at every statement that it led to.
import { afterAll, expect, test } from "vitest";
import { describeConformance } from "../conformance/suite.ts";
import { createPostgresDatabase, startOn } from "./databases.ts";
import { emptying } from "./empty.ts";
import { judge } from "./portability.ts";

const statements = new Set<string>();
const opened = createPostgresDatabase(({ query }) => void statements.add(query.sql));
afterAll(async () => (await opened).drop());

describeConformance(
  "PostgreSQL",
  startOn(async () => (await opened).database),
);

test("whatever the suite did, its statements are portable", () => {
  const wrong = [...statements].filter((one) => !emptying.test(one) && judge(one).length > 0);
  expect(wrong).toEqual([]);
});
