"use client";
// Renders the first screen of a file once per page, in an idle moment and unseen, so that its code is compiled before the first real file.
import {
  Component,
  type CSSProperties,
  type ReactElement,
  type ReactNode,
  startTransition,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { ImporterActions } from "../../importer/actions.ts";
import { takePracticeReview } from "../../importer/effects/practice.ts";
import type { Review } from "../../importer/state.ts";
import { CardContext, useCard } from "../context/card-context.ts";
import { useExtraScreens } from "../context/load-extra-screens.ts";
import { FileFacts } from "../file/FileFacts.tsx";
import { afterPaint } from "../hooks/after-paint.ts";
import { ReviewStep } from "./ReviewStep.tsx";
import { StartBar } from "./StartBar.tsx";

/** Nothing but a screen that nobody sees, from an idle moment to the next paint. Where nothing is practised, nothing at all. */
export function Practice(): ReactElement | null {
  const [review, setReview] = useState<Review | null>(null);
  // The file has problems, whose offers and texts come with the other screens.
  const isComplete = useExtraScreens() !== null;
  useEffect(() => {
    // A page in the background paints nothing.
    if (!isComplete || document.visibilityState === "hidden") return;
    const abort = new AbortController();
    // As a transition, so that the browser may respond in between.
    takePracticeReview(abort.signal).then(
      (taken) => taken && startTransition(() => setReview(taken)),
      () => {},
    );
    return () => abort.abort();
  }, [isComplete]);
  // Laid out and painted: done.
  useEffect(() => (review ? afterPaint(() => setReview(null)) : undefined), [review]);
  return (
    review && (
      <EndsOnError>
        <UnseenScreen review={review} />
      </EndsOnError>
    )
  );
}

/** Nothing, once one of the host's texts throws: where it is needed the error shows, but not in a card that nobody uses yet. */
class EndsOnError extends Component<{ readonly children: ReactNode }, { readonly hasEnded: boolean }> {
  static getDerivedStateFromError() {
    return { hasEnded: true };
  }

  override state = { hasEnded: false };

  override render(): ReactNode {
    return this.state.hasEnded ? null : this.props.children;
  }
}

// Here and not in a stylesheet, which a page may load later. Laid out, but never painted, and without a place in the page.
const unseen: CSSProperties = { position: "absolute", insetInline: 0, blockSize: 0, contain: "strict" };

function UnseenScreen({ review }: { readonly review: Review }): ReactElement {
  const card = useCard();
  // The host's own parts may do more than render.
  const own = useMemo(() => ({ ...card, components: {} }), [card]);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!box.current) return;
    practiseLayout(box.current);
    return keepApart(box.current);
  }, []);
  const shared = { review, isLocked: false, offersCheck: false, actions: noActions };
  return (
    <CardContext.Provider value={own}>
      <div ref={box} data-practice aria-hidden="true" style={unseen}>
        <FileFacts {...shared} isDragging={false} buttonRef={noButton} onOpen={doNothing} onChoose={doNothing} />
        <ReviewStep {...shared} isStillRemembered={false}>
          <StartBar
            {...shared}
            dropped={null}
            sourceName="."
            skipInvalid={false}
            isReady={true}
            unconfirmed={null}
            onConfirm={doNothing}
          />
        </ReviewStep>
      </div>
    </CardContext.Provider>
  );
}

function doNothing(): void {}

const noButton = { current: null };
const noActions = new Proxy({} as ImporterActions, { get: () => doNothing });

// Browsers remember the styles that they computed, for elements that match the same rules and inherit the same values: a screen
// that is hidden or inert inherits others than the real one. So it is laid out as it will be seen, and hidden in the same task.
function practiseLayout(box: HTMLElement): void {
  box.getBoundingClientRect();
  box.style.visibility = "hidden";
  // Nothing of it is styled again.
  box.style.display = "none";
}

// By these, elements are found, named and announced.
const marks = [
  ...["id", "for", "href", "role", "name"],
  ...["aria-live", "aria-label", "aria-labelledby", "aria-describedby", "aria-controls"],
  ...["data-step", "data-start", "data-correct"],
];

// Before anything can look at the screen, and for every part that joins it. Returns a function that ends it.
function keepApart(box: HTMLElement): () => void {
  // As a property: React 18 does not know the attribute.
  box.inert = true;
  const clean = () => {
    const marked = box.querySelectorAll(marks.map((name) => `[${name}]`).join());
    for (const element of marked) for (const name of marks) element.removeAttribute(name);
  };
  clean();
  const observer = new MutationObserver(clean);
  observer.observe(box, { subtree: true, childList: true, attributeFilter: marks });
  return () => observer.disconnect();
}
