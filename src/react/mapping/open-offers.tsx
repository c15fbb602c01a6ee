"use client";
// Keeps at most two offers open at once; the others are one line each until a person opens them.
import {
  createContext,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";

interface WaitingOffer {
  readonly id: string;
  readonly box: HTMLElement;
}

interface OpenOffers {
  /** Adds an offer that waits for a decision; returns a function that removes it. */
  readonly add: (offer: WaitingOffer) => () => void;
  readonly open: (id: string) => void;
  /** The ids of the offers that are open. */
  readonly openIds: ReadonlySet<string>;
  /** The ids of all offers that wait for a decision. */
  readonly waitingIds: ReadonlySet<string>;
}

const maxOpen = 2;

const OpenOffersContext = createContext<OpenOffers | null>(null);

/** Surrounds the offers of one file. */
export function OpenOffersProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [waiting, setWaiting] = useState<readonly WaitingOffer[]>([]);
  // Opened by a person, the last one at the end.
  const [opened, setOpened] = useState<readonly string[]>([]);
  const add = useCallback((offer: WaitingOffer) => {
    setWaiting((before) => [...before, offer].sort(byPosition));
    return () => setWaiting((before) => before.filter((one) => one !== offer));
  }, []);
  const open = useCallback((id: string) => setOpened((before) => [...before.filter((one) => one !== id), id]), []);
  const openIds = useMemo(() => toOpenIds(waiting, opened), [waiting, opened]);
  const offers = useMemo(
    () => ({ add, open, openIds, waitingIds: new Set(waiting.map(({ id }) => id)) }),
    [add, open, openIds, waiting],
  );
  return <OpenOffersContext.Provider value={offers}>{children}</OpenOffersContext.Provider>;
}

function byPosition(one: WaitingOffer, other: WaitingOffer): number {
  const follows = Node.DOCUMENT_POSITION_FOLLOWING;
  return one.box.compareDocumentPosition(other.box) & follows ? -1 : 1;
}

// Those that a person opened last, then the first ones of the page.
function toOpenIds(waiting: readonly WaitingOffer[], opened: readonly string[]): ReadonlySet<string> {
  const ids = waiting.map(({ id }) => id);
  const chosen = opened.filter((id) => ids.includes(id)).reverse();
  return new Set([...chosen, ...ids.filter((id) => !chosen.includes(id))].slice(0, maxOpen));
}

interface OfferPlace {
  readonly isOpen: boolean;
  readonly open: () => void;
}

/**
 * Whether an offer is open. One that waits for no decision always is, as are all outside of `OpenOffersProvider`. An undone
 * decision opens its offer.
 */
export function useOfferPlace(id: string, box: RefObject<HTMLElement | null>, isWaiting: boolean): OfferPlace {
  const offers = useContext(OpenOffersContext);
  const { add, open } = offers ?? {};
  const wasDecided = useRef(false);
  useLayoutEffect(() => {
    if (!isWaiting) wasDecided.current = true;
    if (!isWaiting || !add || !box.current) return;
    if (wasDecided.current) open?.(id);
    return add({ id, box: box.current });
  }, [add, open, id, box, isWaiting]);
  // Before it is added, it is drawn open, but not painted so.
  const isAdded = offers?.waitingIds.has(id) ?? false;
  return { isOpen: !isWaiting || !isAdded || offers?.openIds.has(id) === true, open: () => open?.(id) };
}
