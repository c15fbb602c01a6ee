"use client";
// A button that throws something away and may appear under a pointer that is still clicking.
import type { ReactElement } from "react";
import { Button, type ButtonProps } from "./Button.tsx";
import { useGuardedClick } from "./use-guarded-click.ts";

export interface GuardedButtonProps extends Omit<ButtonProps, "onClick"> {
  readonly onClick: () => void;
}

export function GuardedButton({ onClick, ...rest }: GuardedButtonProps): ReactElement {
  return <Button {...rest} onClick={useGuardedClick(onClick)} />;
}
