// Falsifies answers in ways that can be detected from the answer itself or from the request.
import type { Random } from "../../../../test/mock-server/sql/faults/random.ts";
import type { Forged } from "./forged.ts";

type Row = Record<string, unknown>;

interface Body {
  source: { id: unknown; counters: Record<string, unknown> } & Row;
  results: Row[];
}

/** Changes an answer; `earlier` is an answer to another batch. */
type Mutation = (answer: Forged, random: Random, earlier: Forged | null) => Forged;

/** The mutations of a POST's answer by name. */
export const mutations: Readonly<Record<string, Mutation>> = {
  "a result missing": onBody(({ results }, random) => void results.splice(random.below(results.length), 1)),
  "another order": onBody((body, random) => void shuffle(body, random)),
  "another order, without indexes": onBody((body, random) => {
    shuffle(body, random);
    for (const row of body.results) delete row.index;
  }),
  "one result in another's place": onBody(({ results }, random) => {
    const [one, other] = pickTwo(results, random);
    results[results.indexOf(one)] = { ...other };
  }),
  "a result twice": onBody(({ results }, random) => void results.push({ ...results[random.below(results.length)] })),
  "a result too many": onBody(({ results }) => void results.push({ ...results[0], index: results.length })),
  "people who were not sent": onBody(({ results }) => {
    for (const [place, row] of results.entries()) Object.assign(row, toStranger(place));
  }),
  "people who were not sent, without indexes": onBody(({ results }) => {
    for (const [place, row] of results.entries()) Object.assign(row, toStranger(place), { index: undefined });
  }),
  "another user ID in one result": onBody(({ results }, random) => {
    pick(results, random).externalUserId = toStranger(0).externalUserId;
  }),
  "another email in one result": onBody(({ results }, random) => {
    pick(results, random).email = toStranger(0).email;
  }),
  "two indexes exchanged": onBody(({ results }, random) => {
    const [one, other] = pickTwo(results, random);
    [one.index, other.index] = [other.index, one.index];
  }),
  "indexes from 1": onBody(({ results }) => {
    for (const row of results) row.index = Number(row.index) + 1;
  }),
  "indexes that are none": onBody(({ results }, random) => {
    const wrong = [-1, 1.5, 1e9, "0", null, "__proto__"];
    for (const row of results) row.index = wrong[random.below(wrong.length)];
    shuffle({ results }, random);
  }),
  "a status nobody knows": onBody(({ results }, random) => {
    pick(results, random).status = ["queued", "IMPORTED", "imported ", "ok"][random.below(4)];
  }),
  "a status that is none": onBody(({ results }, random) => {
    pick(results, random).status = [null, 1, "", true, ["imported"], {}][random.below(6)];
  }),
  "refused users called imported": onBody(({ results }) => {
    for (const row of results) if (row.status !== "already_connected") row.status = "imported";
  }),
  "an imported user called unknown": onBody(({ results }, random) => {
    pick(results, random).status = "not_found";
  }),
  "other counters": onBody(({ source }) => {
    source.counters.imported = Number(source.counters.imported) + 1;
    source.counters.total = Number(source.counters.total) + 1;
  }),
  "more imported than sent": onBody(({ source, results }) => {
    source.counters.imported = results.length + 4;
  }),
  "counters of other statuses": onBody(({ source: { counters } }) => {
    counters.imported = Number(counters.imported) - 1;
    counters.not_found = Number(counters.not_found) + 1;
  }),
  "counters of nobody": onBody(({ source }) => {
    source.counters = { total: 0, imported: 0 };
  }),
  "counters that are no numbers": onBody(({ source }) => {
    for (const key of Object.keys(source.counters)) source.counters[key] = String(source.counters[key]);
  }),
  "another total": onBody(({ source }, random) => {
    source.counters.total = random.below(100);
  }),
  "no source": onBody((body) => void Reflect.deleteProperty(body, "source")),
  "a source that is none": onBody((body, random) => {
    Object.assign(body, { source: [null, "src_1", [], {}, { id: "" }][random.below(5)] });
  }),
  "other people's results": (answer, _, earlier) => earlier ?? { ...answer, body: "" },
  "results as an object": onBody((body) => void Object.assign(body, { results: { ...body.results } })),
  "results of nothing": onBody((body) => void Object.assign(body, { results: body.results.map(() => null) })),
  "more than the contract knows": onBody(({ source, results }) => {
    Object.assign(source, { extra: { deep: [1, 2, 3] } });
    for (const row of results) Object.assign(row, { extra: true, warnings: [{ code: "new_one" }, 7] });
  }),
  "a page": (answer) => ({ ...answer, headers: { "content-type": "text/html" }, body: "<!doctype html><p>Saved!" }),
  "no content": (answer) => ({ ...answer, status: 204, body: "" }),
  "an empty body": (answer) => ({ ...answer, body: "" }),
  "half the text": (answer, random) => ({ ...answer, body: answer.body.slice(0, random.below(answer.body.length)) }),
  "text behind it": (answer) => ({ ...answer, body: `${answer.body}{}` }),
  "other JSON": (answer, random) => ({
    ...answer,
    body: ["{}", "[]", "null", "true", '"imported"', "0", '{"results":[]}'][random.below(7)] ?? "",
  }),
};

function toStranger(place: number): Row {
  return { externalUserId: `stranger_${place}`, email: `stranger.${place}@example.net` };
}

function onBody(change: (body: Body, random: Random) => void): Mutation {
  return (answer, random) => {
    const body = JSON.parse(answer.body) as Body;
    change(body, random);
    return { ...answer, body: JSON.stringify(body) };
  };
}

function shuffle(body: Pick<Body, "results">, random: Random): void {
  for (let left = body.results.length - 1; left > 0; left -= 1) {
    const other = random.below(left + 1);
    const [one, two] = [body.results[left] as Row, body.results[other] as Row];
    [body.results[left], body.results[other]] = [two, one];
  }
}

function pick(results: readonly Row[], random: Random): Row {
  return results[random.below(results.length)] as Row;
}

function pickTwo(results: readonly Row[], random: Random): [Row, Row] {
  const first = random.below(results.length - 1);
  return [results[first] as Row, results[first + 1 + random.below(results.length - 1 - first)] as Row];
}
