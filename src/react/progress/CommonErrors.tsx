"use client";
// The guide's own list of what goes wrong and how to mend it, folded away.
import type { ReactElement } from "react";
import { useCard } from "../context/card-context.ts";
import { Icon } from "../controls/Icon.tsx";
import { RichText } from "../controls/RichText.tsx";

export function CommonErrors(): ReactElement {
  const { messages, format, slotClass } = useCard();
  return (
    <details className={`ieu-details ${slotClass("section")}`} data-step="help">
      <summary className="ieu-summary">
        {messages.help.heading}
        <Icon name="down" />
      </summary>
      <ul className="ieu-help">
        {Object.entries(messages.help.entries).map(([key, entry]) => (
          <li key={key} className="ieu-help-entry">
            <RichText text={entry(format)} />
          </li>
        ))}
      </ul>
    </details>
  );
}
