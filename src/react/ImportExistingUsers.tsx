"use client";
// Renders the card from the props of a host.
import {
  type CSSProperties,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { createImportClient, type ImportClientOptions } from "../client/create-import-client.ts";
import type { ImportClient } from "../client/import-client.ts";
import type { MappingStorage } from "../importer/effects/mapping-memory.ts";
import { Card } from "./Card.tsx";
import type { CardComponents } from "./context/card-components.ts";
import { CardContext, type ClassNames, type HeadingLevel, type Slot, toSlotClass } from "./context/card-context.ts";
import { useExtraScreens } from "./context/load-extra-screens.ts";
import { loadLaterScreens, useLaterScreens } from "./context/load-later-screens.ts";
import { holdReading } from "./hooks/hold-reading.ts";
import { useObjectVersion } from "./hooks/use-object-version.ts";
import { firstWords } from "./messages/en-first.ts";
import { createFormat } from "./messages/format.ts";
import { type MessageOverrides, toMessages } from "./messages/messages.ts";
import { type ImporterOptions, useShownImporter } from "./use-importer.ts";

interface SharedProps extends Omit<ImporterOptions, "client" | "persist" | "prepare"> {
  /** Name of the application, shown beside Start and in the dialog that deletes a source. @default none */
  readonly appName?: string | undefined;
  /** Id of the section element, for direct links. @default "import-existing-users" */
  readonly id?: string | undefined;
  /** Prefix of `/api/developer/...`. @default "" the page's own origin */
  readonly baseUrl?: ImportClientOptions["baseUrl"];
  /** Headers of every request; a function is called for each request. The latest value is used. @default none */
  readonly headers?: ImportClientOptions["headers"];
  /** Replaces the platform's `fetch`. The latest value is used. @default `globalThis.fetch` */
  readonly fetch?: ImportClientOptions["fetch"];
  /**
   * Remembers confirmed mappings for the next file with the same header; `true` uses the browser's local storage.
   * Values and rows are never stored. @default false nothing is stored
   */
  readonly persist?: boolean | MappingStorage | undefined;
  /** Texts to replace; missing ones stay English. @default English */
  readonly messages?: MessageOverrides | undefined;
  /** BCP 47 tag for numbers, dates and plurals; set `messages` to the same language. @default "en" */
  readonly locale?: string | undefined;
  /** Components that replace parts of the card: `Button`, `Dialog`, `Input`, `Select`, `Progress`. Keep them stable. @default the card's own */
  readonly components?: Partial<CardComponents> | undefined;
  /** The layout: the steps `CardHeader`, `FileStep`, `PreviewStep`, `ImportStep`, `ResultStep`, `SourcesStep`, `HelpStep`. @default one below the other */
  readonly children?: ReactNode;
  /** Class names to add to parts of the card. @default none */
  readonly classNames?: ClassNames | undefined;
  /** Class name to add to the section element. @default none */
  readonly className?: string | undefined;
  /** Inline style of the section element, such as `--ieu-accent`. @default none */
  readonly style?: CSSProperties | undefined;
  /** `auto` follows `prefers-color-scheme`. @default "light" */
  readonly theme?: "light" | "dark" | "auto" | undefined;
  /** Level of the card's title in the host's page; the headings of the steps are one level deeper. @default 2 */
  readonly headingLevel?: HeadingLevel | undefined;
}

interface AppProps extends SharedProps {
  /** The application to import into. A change aborts running work and resets the card. */
  readonly appId: string;
  /** Replaces the built-in client. With an `appId` it may be another object on each render. @default the built-in client */
  readonly client?: ImportClient | undefined;
}

interface ClientProps extends SharedProps {
  readonly appId?: undefined;
  /** Your own client. Keep it stable: another object aborts running work and resets the card. */
  readonly client: ImportClient;
}

/**
 * Props of the card: an `appId` or a `client`, and options.
 *
 * `aliases`, `maxRows`, `workbooks`, `invalidRows`, `defaultSourceName`, `checkBeforeStart` and `persist` are read when the card mounts; changes of other props apply at once.
 */
export type ImportExistingUsersProps = AppProps | ClientProps;

/**
 * The card "Import Existing Users": CSV file, column mapping, import, result, saved sources.
 *
 * The file is parsed in the browser, and nothing is sent before a check or Start. Requires `import-existing-users/styles.css`.
 */
export function ImportExistingUsers(props: ImportExistingUsersProps): ReactElement {
  const clientVersion = useObjectVersion(props.appId === undefined ? props.client : null);
  const identity = props.appId === undefined ? `client ${clientVersion}` : `app ${props.appId} ${props.baseUrl ?? ""}`;
  // Remounts for another application, so that a file is never sent to the wrong one.
  return <Importer key={identity} {...props} />;
}

function Importer(props: ImportExistingUsersProps): ReactElement {
  const { id = "import-existing-users", locale = "en", theme = "light", headingLevel = 2, appName = null } = props;
  const { classNames, className, style, maxRows, invalidRows, components = noComponents, children } = props;
  const latest = useLatestRef(props);
  const [options] = useState(() => toOptions(props, latest));
  const engine = useShownImporter(options, holdReading);
  const later = useLaterScreens();
  const words = useExtraScreens()?.english ?? later?.fileWords ?? firstWords;
  const messages = useMemo(() => toMessages(words, props.messages), [words, props.messages]);
  const format = useMemo(() => createFormat(locale), [locale]);
  const card = useMemo(
    () => ({
      messages,
      format,
      headingLevel,
      appName,
      slotClass: (slot: Slot) => toSlotClass(slot, classNames),
      components,
    }),
    [messages, format, headingLevel, appName, classNames, components],
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
        readsWorkbooks={props.workbooks !== undefined}
        engine={engine}
      >
        {children}
      </Card>
    </CardContext.Provider>
  );
}

const noComponents: Partial<CardComponents> = {};

type LatestProps = RefObject<ImportExistingUsersProps>;

function toOptions(props: ImportExistingUsersProps, latest: LatestProps): ImporterOptions {
  const { aliases, maxRows, workbooks, invalidRows, defaultSourceName, checkBeforeStart } = props;
  return {
    client: toClient(props, latest),
    prepare: loadLaterScreens,
    aliases,
    maxRows,
    workbooks,
    invalidRows,
    defaultSourceName,
    checkBeforeStart,
    persist: toStorage(props),
    onImported: (report) => latest.current.onImported?.(report),
    onSourceDeleted: (rollback) => latest.current.onSourceDeleted?.(rollback),
    onError: (failure) => latest.current.onError?.(failure),
  };
}

// Without an `appId`, the id of the card keeps the mappings of several clients separate.
function toStorage({ persist, appId, id }: ImportExistingUsersProps): MappingStorage | undefined {
  if (typeof persist === "object") return persist;
  return persist ? browserStorage(appId ?? `card ${id ?? ""}`) : undefined;
}

// Reads the latest props on each call, so that inline props don't require a new client on each render.
function toClient(props: ImportExistingUsersProps, latest: LatestProps): ImporterOptions["client"] {
  const { appId, baseUrl } = props;
  if (appId === undefined) return props.client;
  const builtIn = createImportClient({
    appId,
    baseUrl,
    fetch: (url, init) => (latest.current.fetch ?? globalThis.fetch)(url, init),
    headers: () => toHeaders(latest.current.headers),
  });
  const current = () => latest.current.client ?? builtIn;
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

// Local storage may be blocked: accessing it can throw, so that happens only inside the calls.
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

// A ref to `value` as of the last committed render.
function useLatestRef<Value>(value: Value): RefObject<Value> {
  const ref = useRef(value);
  useEffect(() => {
    ref.current = value;
  });
  return ref;
}
