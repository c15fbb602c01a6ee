// The rows of one saved source, opened below it: read page by page, by status, where the server keeps them.
import type { StoreApi } from "zustand/vanilla";
import type { ImportClient, ResultList } from "../../client/import-client.ts";
import type { Source } from "../../contract/source.ts";
import type { RowStatus } from "../../contract/status.ts";
import type { OpenedSource, SourceListState } from "../actions.ts";
import { createLatest } from "../effects/latest-call.ts";
import type { ImportFailure } from "../state.ts";

/** What reading the rows works with. */
export interface SourceResultsOptions {
  readonly client: Pick<ImportClient, "listResults">;
  readonly store: StoreApi<SourceListState>;
  /** Tells the host, and reads the error. */
  readonly fail: (error: unknown) => ImportFailure;
  /** Awaited before rows are shown: for a view that loads its own parts. */
  readonly prepare: () => Promise<void>;
  /** The server has no rows of this source, which may be gone. */
  readonly onNone: () => void;
}

/** The verbs of the opened source. */
export interface SourceResults {
  toggle(source: Source): void;
  filter(status: RowStatus | null): void;
  more(): void;
  retry(): void;
  /** Closes it and ends the call under way. */
  close(): void;
}

/** Creates the verbs over the list's store; one source is open at a time. */
export function createSourceResults({ client, store, fail, prepare, onNone }: SourceResultsOptions): SourceResults {
  const line = createLatest();

  function update(changes: Partial<OpenedSource>): void {
    store.setState(({ opened }) => ({ opened: opened && { ...opened, ...changes } }));
  }

  // What is on the screen stays until the answer is there.
  function load(status: "loading" | "more"): void {
    const { opened } = store.getState();
    if (!opened) return;
    const cursor = status === "more" ? (opened.nextCursor ?? undefined) : undefined;
    const options = { cursor, status: opened.filter ?? undefined };
    update({ status, failure: null });
    line.run(
      async (signal) => {
        await prepare().catch(refuseUnprepared);
        return (await client.listResults?.(opened.source.id, { ...options, signal })) ?? null;
      },
      (answer) => show(status, answer),
      (error) => update({ status: "failed", failure: fail(error).code }),
    );
  }

  function show(status: "loading" | "more", answer: ResultList | null): void {
    if (!answer) {
      update({ status: "none", results: [], nextCursor: null });
      onNone();
      return;
    }
    const before = status === "more" ? (store.getState().opened?.results ?? []) : [];
    // An empty page with a cursor would lead nowhere.
    const nextCursor = answer.results.length > 0 ? answer.nextCursor : null;
    update({ status: "ready", results: [...before, ...answer.results], nextCursor });
  }

  function toggle(source: Source): void {
    const isOpen = store.getState().opened?.source.id === source.id;
    close();
    if (isOpen) return;
    const fresh = { filter: null, results: [], nextCursor: null, failure: null };
    store.setState({ opened: { source, status: "loading", ...fresh } });
    load("loading");
  }

  function filter(status: RowStatus | null): void {
    if (store.getState().opened?.filter === status) return;
    update({ filter: status });
    load("loading");
  }

  function more(): void {
    const { opened } = store.getState();
    if (opened?.status === "ready" && opened.nextCursor !== null) load("more");
  }

  function close(): void {
    line.stop();
    if (store.getState().opened) store.setState({ opened: null });
  }

  // Where a further page failed, the rows before it are still there.
  function retry(): void {
    const { opened } = store.getState();
    load(opened && opened.nextCursor !== null && opened.results.length > 0 ? "more" : "loading");
  }

  return { toggle, filter, more, retry, close };
}

// The page's own files could not be had: to a person the same as a server out of reach.
function refuseUnprepared(cause: unknown): never {
  throw Object.assign(new Error("The table could not be loaded.", { cause }), {
    code: "network",
    outcomeUnknown: false,
  });
}
