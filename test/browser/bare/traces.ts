// Finds traces that a card leaves behind in a page: listeners, styles, elements, globals, storage.

/** Everything outside of the card that it could have touched. */
export interface Traces {
  /** Listeners of document and window, by kind, that were added and not taken off. */
  readonly listeners: readonly string[];
  readonly styles: number;
  readonly head: readonly string[];
  readonly body: readonly string[];
  readonly globals: readonly string[];
  readonly storage: readonly string[];
}

interface Counted {
  readonly counted: Map<string, number>;
}

/** Runs in the page before any script of it: counts the listeners of document and window. */
export function countListeners(): void {
  const counted = new Map<string, number>();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const known = new Map<string, WeakSet<object>>();
  const isGlobal = (target: unknown) => target === document || target === window || target === undefined;
  const toKey = (target: unknown, type: string, options: unknown) => {
    const capture = typeof options === "object" && options !== null ? "capture" in options && options.capture : options;
    return `${target === document ? "document" : "window"} ${type}${capture ? " captured" : ""}`;
  };
  const count = (key: string, by: number) => counted.set(key, (counted.get(key) ?? 0) + by);
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const key = toKey(this, type, options);
    const listeners = known.get(key) ?? new WeakSet();
    if (isGlobal(this) && listener && !listeners.has(listener)) count(key, 1);
    if (isGlobal(this) && listener) known.set(key, listeners.add(listener));
    addEventListener.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const key = toKey(this, type, options);
    if (isGlobal(this) && listener && known.get(key)?.delete(listener)) count(key, -1);
    removeEventListener.call(this, type, listener, options);
  };
  Object.assign(globalThis, { counted });
}

/** Runs in the page. */
export async function readTraces(): Promise<Traces> {
  const { counted } = globalThis as unknown as Counted;
  const describe = (element: Element) =>
    `${element.localName} ${Array.from(element.attributes, ({ name, value }) => `${name}=${value}`).join(" ")}`;
  return {
    listeners: [...counted].filter(([, count]) => count !== 0).map(([key, count]) => `${key}: ${count}`),
    styles: document.styleSheets.length + document.adoptedStyleSheets.length,
    head: Array.from(document.head.children, describe),
    body: [document.documentElement, document.body, ...document.body.children].map(describe),
    globals: Object.keys(globalThis),
    storage: [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      ...(await indexedDB.databases()).map(({ name = "" }) => name),
      ...(await caches.keys()),
      document.cookie,
    ],
  };
}
