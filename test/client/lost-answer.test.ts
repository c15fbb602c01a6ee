// Finds the saved source of an import whose answer was lost, and sends again only if there is none.
import { describe, expect, test } from "vitest";
import { NetworkError } from "../../src/client/errors.ts";
import { findImport, sendWithRecovery } from "../../src/client/lost-answer.ts";
import { defaultRetryPolicy } from "../../src/client/retry.ts";
import type { SourcesSince } from "../../src/client/sources-since.ts";
import type { Source } from "../../src/contract/source.ts";
import { countStatuses } from "../../src/contract/status.ts";
import { createInstantTiming } from "./instant-timing.ts";

function source(id: string, total: number | null = 2, name = "May"): Source {
  const counters = total === null ? null : { ...countStatuses([]), total };
  return { id, name, createdAt: "", counters, reactivated: null };
}

describe("findImport", () => {
  const request = { sourceName: " May ", users: [{}, {}] };
  const ours = source("new");

  test.each<[string, Source[], Source[], Source | "absent" | "unclear"]>([
    ["the only new one of that name and size is it", [source("old")], [ours, source("old")], ours],
    ["one that was there before is not", [source("old")], [source("old")], "absent"],
    ["one of another name is not", [], [source("new", 2, "June")], "absent"],
    ["blanks around the name don't count", [], [source("new", 2, "\u00A0May")], source("new", 2, "\u00A0May")],
    ["one of another size may be anybody's", [], [source("new", 3)], "unclear"],
    ["one without counters may be anybody's", [], [source("new", null)], "unclear"],
    ["two new ones of that name can't be told apart", [], [source("a"), source("b")], "unclear"],
  ])("%s", (_, before, now, found) => {
    const since = { sources: now, isComplete: true, areNew: true };
    expect(findImport(request, toIds(before), since)).toEqual(found);
  });

  test.each<[string, Source[], Partial<SourcesSince>, "absent" | "unclear"]>([
    ["a list that was not read to the end may still hold it", [], { isComplete: false }, "unclear"],
    ["a second one may be on a page that was not read", [ours], { isComplete: false }, "unclear"],
    ["one that may be older is not taken for it", [ours], { areNew: false }, "unclear"],
    ["none among all that are left was certainly not saved", [], { areNew: false }, "absent"],
  ])("%s", (_, sources, more, found) => {
    expect(findImport(request, [], { sources, isComplete: true, areNew: true, ...more })).toBe(found);
  });
});

const toIds = (sources: readonly Source[]) => sources.map(({ id }) => id);

describe("sendWithRecovery", () => {
  const lost = new NetworkError("lost", { outcomeUnknown: true });
  const refused = new NetworkError("never sent");
  const answer = { from: "answer" };
  const saved = { from: "look" };

  // "send" and "look" take what they do from the script, in turn.
  async function play(sends: readonly (object | Error)[], looks: readonly (object | "absent" | "unclear")[]) {
    const timing = createInstantTiming();
    const log: string[] = [];
    const take = <T>(name: string, script: readonly T[]): T => {
      const step = script[log.filter((line) => line === name).length];
      log.push(name);
      if (step === undefined) throw new Error(`The script holds no further ${name}.`);
      return step;
    };
    const outcome = await sendWithRecovery<object>(
      {
        async send() {
          const step = take("send", sends);
          if (step instanceof Error) throw step;
          return step;
        },
        look: async () => take("look", looks),
      },
      { policy: defaultRetryPolicy, timing, until: timing.now() + 180_000, signal: undefined, onRetry: undefined },
    ).catch((error: unknown) => error);
    return { outcome, log: log.join(" ") };
  }

  test.each<[string, (object | Error)[], (object | "absent" | "unclear")[], object, string]>([
    ["an answer needs no look", [answer], [], answer, "send"],
    ["what was saved is the answer", [lost], [saved], saved, "send look"],
    ["what is absent is sent again", [lost, answer], ["absent"], answer, "send look send"],
    ["what is unclear is not sent again", [lost, answer], ["unclear"], lost, "send look"],
    ["what certainly never arrived is sent again unseen", [refused, answer], [], answer, "send send"],
    [
      "the last attempt is looked for too",
      [lost, lost, lost, lost],
      ["absent", "absent", "absent", saved],
      saved,
      "send look send look send look send look",
    ],
    [
      "in the end the failure is thrown",
      [lost, lost, lost, lost],
      ["absent", "absent", "absent", "absent"],
      lost,
      "send look send look send look send look",
    ],
  ])("%s", async (_, sends, looks, outcome, log) => {
    expect(await play(sends, looks)).toEqual({ outcome, log });
  });
});
