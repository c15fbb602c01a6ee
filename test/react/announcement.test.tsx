// The status line while a file is read: a text at each quarter, and none between.
import { expect, test } from "vitest";
import type { ReadingState } from "../../src/importer/state.ts";
import { english } from "../../src/react/messages/en.ts";
import { createFormat } from "../../src/react/messages/format.ts";
import { toMessages } from "../../src/react/messages/messages.ts";
import { toReadingText } from "../../src/react/progress/ImportProgress.tsx";

test("reading is said at the start, at each 25 %, and at the end, however often it progresses", () => {
  const format = createFormat("en");
  const texts = Array.from({ length: 1_001 }, (_, step) => {
    const file = { name: "users.csv", size: 1, content: new Blob() };
    const shared = { sourceName: "", sourceNameEdited: false, choices: {}, previous: null, unconfirmed: null };
    const state: ReadingState = { status: "reading", file, share: step / 1_000, ...shared };
    return toReadingText(state, { messages: toMessages(english, undefined), format });
  });
  expect([...new Set(texts)]).toEqual(
    ["0%", "25%", "50%", "75%", "100%"].map((share) => `Reading users.csv, ${share} read`),
  );
  expect(texts.filter((text, step) => text !== texts[step - 1])).toHaveLength(5);
});
