"use client";
// Buttons that never submit the host's form.
import {
  type ButtonHTMLAttributes,
  type MouseEventHandler,
  type ReactElement,
  type Ref,
  useEffect,
  useRef,
} from "react";
import { useCard } from "../context/card-context.ts";
import { Icon, type IconName } from "./Icon.tsx";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: "primary" | "plain" | "link" | "danger" | "dangerLink";
  readonly icon?: IconName | undefined;
  /** Ignores clicks, but stays focusable so that the reason can be read out. */
  readonly isBlocked?: boolean;
  readonly buttonRef?: Ref<HTMLButtonElement> | undefined;
}

export function Button(props: ButtonProps): ReactElement {
  const { look = "plain", icon, isBlocked = false, buttonRef, onClick, children, ...rest } = props;
  const { slotClass } = useCard();
  return (
    <button
      type="button"
      ref={buttonRef}
      className={slotClass("button")}
      data-look={look}
      aria-disabled={isBlocked || undefined}
      onClick={isBlocked ? undefined : onClick}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A button that ignores clicks right after it appeared: they may have been meant for what was there before. */
export function GuardedButton({ onClick, ...rest }: GuardedButtonProps): ReactElement {
  return <Button {...rest} onClick={useGuardedClick(onClick)} />;
}

interface GuardedButtonProps extends Omit<ButtonProps, "onClick"> {
  readonly onClick: () => void;
}

// Milliseconds; more than the slowest double-click interval that system settings offer.
const guardTime = 700;

// Keys are never ignored: they always go to the focused control.
function useGuardedClick(onClick: () => void): MouseEventHandler {
  const appearedAt = useRef(Number.POSITIVE_INFINITY);
  useEffect(() => {
    appearedAt.current = performance.now();
  }, []);
  return ({ detail, timeStamp }) => {
    const isByKey = detail === 0;
    if (isByKey || timeStamp - appearedAt.current >= guardTime) onClick();
  };
}
