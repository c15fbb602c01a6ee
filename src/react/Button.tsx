"use client";
// A button that never submits the host's form.
import type { ButtonHTMLAttributes, ReactElement, Ref } from "react";
import { useCard } from "./context.ts";
import { Icon, type IconName } from "./Icon.tsx";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: "primary" | "plain" | "link" | "danger" | "dangerLink";
  readonly icon?: IconName | undefined;
  readonly buttonRef?: Ref<HTMLButtonElement> | undefined;
}

export function Button({ look = "plain", icon, buttonRef, children, ...rest }: ButtonProps): ReactElement {
  const { slotClass } = useCard();
  return (
    <button type="button" ref={buttonRef} className={slotClass("button")} data-look={look} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
