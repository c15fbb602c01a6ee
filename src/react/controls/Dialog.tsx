"use client";
// Renders a modal dialog: the browser's, or that of the host.
import { type ReactElement, useLayoutEffect, useRef } from "react";
import type { DialogPartProps } from "../context/card-components.ts";
import { useCard } from "../context/card-context.ts";

/** A modal dialog, open as long as it is rendered. */
export function Dialog(props: Omit<DialogPartProps, "className">): ReactElement {
  const { slotClass, components } = useCard();
  const { Dialog: Part = NativeDialog } = components;
  return <Part className={slotClass("dialog")} {...props} />;
}

function NativeDialog({ initialFocus, onCancel, children, ...rest }: DialogPartProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  // A layout effect closes the dialog before it is removed, so that the browser restores focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element?.open) element?.showModal();
    initialFocus.current?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      onCancel={(event) => {
        // The state decides: if the browser closed the dialog, the prompt would stay open in the state.
        event.preventDefault();
        onCancel();
      }}
      {...rest}
    >
      {children}
    </dialog>
  );
}
