"use client";
// Something that can be done for a field: what, with examples, and its buttons; once decided, what was done and Undo.
import { type ReactElement, type ReactNode, type RefObject, useEffect, useId, useRef } from "react";
import { Icon } from "../controls/Icon.tsx";
import { RichText } from "../controls/Notice.tsx";

export interface OfferProps {
  /** Names the group for assistive technology. */
  readonly label: string;
  readonly text: string;
  /** What was decided; another value is another state, whose words are read out. */
  readonly decision: unknown;
  readonly isDone: boolean;
  readonly actions: ReactNode;
  /** Examples between the text and the buttons. */
  readonly children?: ReactNode;
}

export function Offer({ label, text, decision, isDone, actions, children }: OfferProps): ReactElement {
  const box = useKeptFocus(decision);
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend can't stand beside an icon
    <div ref={box} className="ieu-offer" role="group" aria-label={label} aria-describedby={id} data-done={isDone}>
      <Icon name={isDone ? "check" : "information"} />
      <div className="ieu-offer-body">
        {/* The same element before and after, so that the change is read out. */}
        <p id={id} className="ieu-notice-line" aria-live="polite">
          <RichText text={text} />
        </p>
        {children}
        <div className="ieu-actions">{actions}</div>
      </div>
    </div>
  );
}

/** The box around the buttons; its first button gets the focus when one of them was pressed and `decision` changed. */
function useKeptFocus(decision: unknown): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const wasPressed = useRef(false);
  useEffect(() => {
    const element = box.current;
    const note = () => {
      wasPressed.current = true;
    };
    element?.addEventListener("click", note);
    return () => element?.removeEventListener("click", note);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each decision, and only then
  useEffect(() => {
    // A decision from elsewhere, such as the select above, leaves the keyboard there.
    if (wasPressed.current) box.current?.querySelector("button")?.focus();
    wasPressed.current = false;
  }, [decision]);
  return box;
}
