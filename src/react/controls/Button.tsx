"use client";
// A button that never submits the host's form.
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
  /** Does nothing, but stays where the keyboard finds it, so that its reason can be read out. */
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

interface GuardedButtonProps extends Omit<ButtonProps, "onClick"> {
  readonly onClick: () => void;
}

export function GuardedButton({ onClick, ...rest }: GuardedButtonProps): ReactElement {
  return <Button {...rest} onClick={useGuardedClick(onClick)} />;
}

// Longer than the slowest double click of a system's settings is apart.
const guardTime = 700;

/** The handler, deaf to the pointer while the control is new. Keys always count: they go to what has the focus. */
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
