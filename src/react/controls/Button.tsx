"use client";
// Buttons that never submit the host's form.
import {
  type ButtonHTMLAttributes,
  forwardRef,
  type MouseEventHandler,
  type ReactElement,
  type Ref,
  useEffect,
  useRef,
} from "react";
import type { ButtonPartProps } from "../context/card-components.ts";
import { useCard } from "../context/card-context.ts";
import { Icon, type IconName } from "./Icon.tsx";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: ButtonPartProps["look"];
  readonly icon?: IconName | undefined;
  /** Ignores clicks, but stays focusable so that the reason can be read out. */
  readonly isBlocked?: boolean;
  readonly buttonRef?: Ref<HTMLButtonElement> | undefined;
}

export function Button(props: ButtonProps): ReactElement {
  const { look = "plain", icon, isBlocked = false, buttonRef, onClick, children, ...rest } = props;
  const { slotClass, components } = useCard();
  const { Button: Part = NativeButton } = components;
  return (
    <Part
      type="button"
      ref={buttonRef}
      className={slotClass("button")}
      look={look}
      aria-disabled={isBlocked || undefined}
      onClick={isBlocked ? undefined : onClick}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children}
    </Part>
  );
}

// With forwardRef, as React 18 does not pass `ref` as a prop.
const NativeButton = forwardRef<HTMLButtonElement, Omit<ButtonPartProps, "ref">>(({ look, ...rest }, ref) => (
  <button type="button" ref={ref} data-look={look} {...rest} />
));

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
