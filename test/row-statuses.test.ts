// Every row status has its colours, its rules in the stylesheet and its words: what no compiler checks.
import { expect, test } from "vitest";
import { rowStatuses } from "../src/contract/status.ts";
import { german } from "../src/react/messages/de.ts";
import { english } from "../src/react/messages/en.ts";
import { acknowledgedStatuses, refusedStatuses } from "../src/sync/report/outcome.ts";
import { readTokens, styles } from "./tokens.ts";

/** The status whose colours an element has without any `data-tone`. */
const unmarked = "not_found";

test.for(["ieu-chip", "ieu-status", "ieu-bar-part"])("the stylesheet has a rule for .%s of each status", (name) => {
  const missing = rowStatuses.filter((status) => !styles.includes(`.${name}:where([data-tone="${status}"])`));
  expect(missing).toEqual([unmarked]);
});

test.for(rowStatuses)("%s has its colours", (status) => {
  const token = `--ieu-${status.replaceAll("_", "-")}`;
  expect([...readTokens().keys()]).toEqual(expect.arrayContaining([token, `${token}-soft`]));
});

test.for(Object.entries({ english, german }))("each status has its words in %s", ([, messages]) => {
  expect(Object.keys(messages.statuses).sort()).toEqual([...rowStatuses].sort());
  expect(Object.keys(messages.meanings)).toEqual(expect.arrayContaining([...rowStatuses]));
});

test("each status stands for one outcome of a sync", () => {
  expect([...acknowledgedStatuses, ...refusedStatuses].sort()).toEqual([...rowStatuses].sort());
});
