"use client";
// Shows an offer with examples and buttons, and after the decision what was done and Undo.
import { type ReactElement, type ReactNode, type RefObject, useEffect, useId, useRef } from "react";
import { Icon } from "../controls/Icon.tsx";
import { RichText } from "../controls/Notice.tsx";

export interface OfferProps {
  /** The name of the group for assistive technology. */
  readonly label: string;
  readonly text: string;
  /** The decision so far; when it changes after a click, focus moves to the offer's first button. */
  readonly decision: unknown;
  readonly isDone: boolean;
  /** Null where there is nothing to decide. */
  readonly actions: ReactNode;
  /** Examples, between the text and the buttons. */
  readonly children?: ReactNode;
}

export function Offer({ label, text, decision, isDone, actions, children }: OfferProps): ReactElement {
  const box = useFocusAfterDecision(decision);
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend can't stand beside an icon
    <div ref={box} className="ieu-offer" role="group" aria-label={label} aria-describedby={id} data-done={isDone}>
      <Icon name={isDone ? "check" : "information"} />
      <div className="ieu-offer-body">
        {/* One element before and after the decision, so that the live region announces the change. */}
        <p id={id} className="ieu-notice-line" aria-live="polite">
          <RichText text={text} />
        </p>
        {children}
        {actions && <div className="ieu-actions">{actions}</div>}
      </div>
    </div>
  );
}

// Keeps focus in the box when a click changed `decision` and so removed its own button.
function useFocusAfterDecision(decision: unknown): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const wasClicked = useRef(false);
  useEffect(() => {
    const element = box.current;
    const noteClick = () => {
      wasClicked.current = true;
    };
    element?.addEventListener("click", noteClick);
    return () => element?.removeEventListener("click", noteClick);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the decision changes
  useEffect(() => {
    // A decision made elsewhere, such as in the select above, leaves focus there.
    if (wasClicked.current) box.current?.querySelector("button")?.focus();
    wasClicked.current = false;
  }, [decision]);
  return box;
}
