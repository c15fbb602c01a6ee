"use client";
// The widget: a host's props in, one card out.
import { type CSSProperties, type ReactElement, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { createImportClient, type ImportClientOptions } from "../client/create-import-client.ts";
import type { ImportClient } from "../client/import-client.ts";
import type { MappingStorage } from "../importer/effects/mapping-memory.ts";
import { Card } from "./Card.tsx";
import { CardContext, type ClassNames, type HeadingLevel, type Slot, toSlotClass } from "./context/card-context.ts";
import { loadParts } from "./context/load-later-screens.ts";
import { useIdentity } from "./hooks/use-object-version.ts";
import { createFormat } from "./messages/format.ts";
import { type MessageOverrides, toMessages } from "./messages/messages.ts";
import { type ImporterOptions, useImporter } from "./use-importer.ts";

interface SharedProps extends Omit<ImporterOptions, "client" | "persist" | "prepare"> {
  /** Name of the application, shown beside Start and before a source is deleted. */
  readonly appName?: string | undefined;
  /** Id of the section, for direct links. @default "import-existing-users" */
  readonly id?: string | undefined;
  /** What stands before `/api/developer/...`. @default "" the page's own origin */
  readonly baseUrl?: ImportClientOptions["baseUrl"];
  /** Sent with every request; a function is asked anew for each. The newest value counts. */
  readonly headers?: ImportClientOptions["headers"];
  /** Used instead of the platform's fetch. The newest value counts. */
  readonly fetch?: ImportClientOptions["fetch"];
  /**
   * Remembers which column feeds which field, for the next file with the same header; `true` in the browser's local storage.
   * Neither values nor rows are ever kept. @default false nothing is stored
   */
  readonly persist?: boolean | MappingStorage | undefined;
  /** Words to replace; what is left out stays English. */
  readonly messages?: MessageOverrides | undefined;
  /** BCP 47 tag for numbers, dates and plurals; give `messages` in the same language. @default "en" */
  readonly locale?: string | undefined;
  /** Class names added to parts of the card. */
  readonly classNames?: ClassNames | undefined;
  /** Class name added to the section. */
  readonly className?: string | undefined;
  /** Inline style of the section, such as `--ieu-accent`. */
  readonly style?: CSSProperties | undefined;
  /** `auto` follows `prefers-color-scheme`. @default "light" */
  readonly theme?: "light" | "dark" | "auto" | undefined;
  /** Level of the card's title in the host's page; the steps are one deeper. @default 2 */
  readonly headingLevel?: HeadingLevel | undefined;
}

interface AppProps extends SharedProps {
  /** The application whose users are imported. Another one aborts what runs and resets the card. */
  readonly appId: string;
  /** Used instead of the built-in client. Beside an `appId` it may be another object at each render. */
  readonly client?: ImportClient | undefined;
}

interface ClientProps extends SharedProps {
  readonly appId?: undefined;
  /** Your own client. Keep the object: another one aborts what runs and resets the card. */
  readonly client: ImportClient;
}

/**
 * What a host gives the card: an `appId`, or a `client`.
 *
 * `aliases`, `maxRows`, `invalidRows`, `defaultSourceName` and `persist` are read when the card starts; all other props at any time.
 */
export type ImportExistingUsersProps = AppProps | ClientProps;

/**
 * The card "Import Existing Users": CSV file, column mapping, import, result, saved sources.
 *
 * Parsing happens in the browser; nothing is sent before Start. Needs `import-existing-users/styles.css`.
 */
export function ImportExistingUsers(props: ImportExistingUsersProps): ReactElement {
  const client = useIdentity(props.appId === undefined ? props.client : null);
  const identity = props.appId === undefined ? `client ${client}` : `app ${props.appId} ${props.baseUrl ?? ""}`;
  // A file never follows to another application.
  return <Importer key={identity} {...props} />;
}

function Importer(props: ImportExistingUsersProps): ReactElement {
  const { id = "import-existing-users", locale = "en", theme = "light", headingLevel = 2, appName = null } = props;
  const { classNames, className, style, maxRows, invalidRows } = props;
  const latest = useLatest(props);
  const [options] = useState(() => toOptions(props, latest));
  const engine = useImporter(options);
  const messages = useMemo(() => toMessages(props.messages), [props.messages]);
  const format = useMemo(() => createFormat(locale), [locale]);
  const card = useMemo(
    () => ({ messages, format, headingLevel, appName, slotClass: (slot: Slot) => toSlotClass(slot, classNames) }),
    [messages, format, headingLevel, appName, classNames],
  );
  return (
    <CardContext.Provider value={card}>
      <Card
        id={id}
        className={className}
        style={style}
        theme={theme}
        maxRows={maxRows}
        skipInvalid={invalidRows === "skip"}
        engine={engine}
      />
    </CardContext.Provider>
  );
}

type LatestProps = RefObject<ImportExistingUsersProps>;

function toOptions(props: ImportExistingUsersProps, latest: LatestProps): ImporterOptions {
  const { aliases, maxRows, invalidRows, defaultSourceName } = props;
  return {
    client: toClient(props, latest),
    prepare: loadParts,
    aliases,
    maxRows,
    invalidRows,
    defaultSourceName,
    persist: toStorage(props),
    onImported: (report) => latest.current.onImported?.(report),
    onSourceDeleted: (rollback) => latest.current.onSourceDeleted?.(rollback),
    onError: (failure) => latest.current.onError?.(failure),
  };
}

// A client without an application is told from others by its card.
function toStorage({ persist, appId, id }: ImportExistingUsersProps): MappingStorage | undefined {
  if (typeof persist === "object") return persist;
  return persist ? browserStorage(appId ?? `card ${id ?? ""}`) : undefined;
}

// Hosts write props inline: the client asks for the newest at each call instead of being made anew.
function toClient(props: ImportExistingUsersProps, latest: LatestProps): ImporterOptions["client"] {
  const { appId, baseUrl } = props;
  if (appId === undefined) return props.client;
  const own = createImportClient({
    appId,
    baseUrl,
    fetch: (url, init) => (latest.current.fetch ?? globalThis.fetch)(url, init),
    headers: () => toHeaders(latest.current.headers),
  });
  const current = () => latest.current.client ?? own;
  return {
    importUsers: (...call) => current().importUsers(...call),
    listSources: (...call) => current().listSources(...call),
    deleteSource: (...call) => current().deleteSource(...call),
    listResults: async (...call) => (await current().listResults?.(...call)) ?? null,
  };
}

function toHeaders(headers: ImportClientOptions["headers"]): HeadersInit | Promise<HeadersInit> {
  return typeof headers === "function" ? headers() : (headers ?? {});
}

/** One application's place in the local storage. Nothing is touched before the first call, which may throw. */
function browserStorage(application: string): MappingStorage {
  const key = `import-existing-users:mappings:v1:${application}`;
  return {
    load: () => localStorage.getItem(key),
    save(text) {
      if (text === null) localStorage.removeItem(key);
      else localStorage.setItem(key, text);
    },
  };
}

/** A ref that holds `value` of the last render that was shown. */
function useLatest<Value>(value: Value): RefObject<Value> {
  const ref = useRef(value);
  useEffect(() => {
    ref.current = value;
  });
  return ref;
}
