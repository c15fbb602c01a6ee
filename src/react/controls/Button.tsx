"use client";
// A button that never submits the host's form.
import type { ButtonHTMLAttributes, ReactElement, Ref } from "react";
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
