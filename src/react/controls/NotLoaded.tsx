"use client";
// Says what can't be done now, as a part of the card could not be loaded, and loads it again.
import type { ReactElement } from "react";
import { useCard } from "../context/card-context.ts";
import { useHasExtrasFailed, withExtraScreens } from "../context/load-extra-screens.ts";
import { Button } from "./Button.tsx";
import { Notice } from "./Notice.tsx";

interface NotLoadedProps {
  /** Moves the focus: the button that had it is gone then. */
  readonly onLoaded: () => void;
}

/** Nothing unless the last attempt to load failed. */
export function NotLoaded({ onLoaded }: NotLoadedProps): ReactElement | null {
  const { messages } = useCard();
  const hasFailed = useHasExtrasFailed();
  const words = messages.notLoaded;
  if (!hasFailed) return null;
  return (
    <Notice
      tone="problem"
      role="alert"
      title={words.title}
      text={words.advice}
      actions={<Button onClick={() => withExtraScreens(onLoaded)}>{words.retry}</Button>}
    />
  );
}
