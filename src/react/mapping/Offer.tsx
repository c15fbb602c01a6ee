"use client";
// Shows an offer with examples and buttons; after the decision what was done and Undo; one line while other offers are open.
import { type ReactElement, type ReactNode, type RefObject, useEffect, useId, useRef } from "react";
import { Icon } from "../controls/Icon.tsx";
import { RichText } from "../controls/Notice.tsx";
import { useOfferPlace } from "./open-offers.tsx";

export interface OfferProps {
  /** The name of the group for assistive technology, and the title of its line. */
  readonly label: string;
  readonly text: string;
  /** The decision so far; when it changes after a click, focus moves to the offer's first button. */
  readonly decision: unknown;
  readonly isDone: boolean;
  /** True while there is something to decide. @default not `isDone`, where there are buttons */
  readonly isWaiting?: boolean;
  /** Null where there is nothing to decide. */
  readonly actions: ReactNode;
  /** Examples, between the text and the buttons. */
  readonly children?: ReactNode;
}

export function Offer(props: OfferProps): ReactElement {
  const { label, text, decision, isDone, actions, isWaiting = !isDone && actions !== null, children } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const { isOpen, open } = useOfferPlace(id, box, isWaiting);
  // Opening moves focus too: the line that was pressed is gone.
  useFocusAfterClick(box, isOpen ? decision : box);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend can't stand beside an icon
    <div
      ref={box}
      className="ieu-offer"
      role="group"
      aria-label={label}
      aria-describedby={isOpen ? id : undefined}
      data-done={isDone}
      data-line={!isOpen || undefined}
      data-decided={(!isWaiting && actions !== null && !children) || undefined}
    >
      {isOpen ? (
        <>
          <Icon name={isDone ? "check" : "information"} />
          <div className="ieu-offer-body">
            {/* One element before and after the decision, so that the live region announces the change. */}
            <p id={id} className="ieu-notice-line" aria-live="polite">
              <RichText text={text} />
            </p>
            {children}
            {actions && <div className="ieu-actions">{actions}</div>}
          </div>
        </>
      ) : (
        <button type="button" className="ieu-offer-line" aria-expanded={false} onClick={open}>
          <Icon name="information" />
          <span className="ieu-offer-words">
            <b className="ieu-offer-title">{label}</b>{" "}
            <span className="ieu-offer-summary">
              <RichText text={text} />
            </span>
          </span>
          <Icon name="down" />
        </button>
      )}
    </div>
  );
}

// Keeps focus in the box when a click changed `state` and so removed its own button.
function useFocusAfterClick(box: RefObject<HTMLDivElement | null>, state: unknown): void {
  const wasClicked = useRef(false);
  useEffect(() => {
    const element = box.current;
    const noteClick = () => {
      wasClicked.current = true;
    };
    element?.addEventListener("click", noteClick);
    return () => element?.removeEventListener("click", noteClick);
  }, [box]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the state changes
  useEffect(() => {
    // A decision made elsewhere, such as in the select above, leaves focus there.
    if (wasClicked.current) box.current?.querySelector("button")?.focus();
    wasClicked.current = false;
  }, [state]);
}
