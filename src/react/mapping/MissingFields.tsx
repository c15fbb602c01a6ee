"use client";
// The error summary: which required fields have no column, each with a way to its select.
import type { MouseEvent, ReactElement } from "react";
import type { FieldKey } from "../../contract/fields.ts";
import { useCard } from "../context/card-context.ts";
import { Notice } from "../controls/Notice.tsx";

export interface MissingFieldsProps {
  readonly fields: readonly FieldKey[];
  readonly selectId: (field: FieldKey) => string;
}

export function MissingFields({ fields, selectId }: MissingFieldsProps): ReactElement | null {
  const { messages } = useCard();
  if (fields.length === 0) return null;
  return (
    <Notice tone="problem" title={messages.mapping.missing}>
      <ul className="ieu-links">
        {fields.map((field) => (
          <li key={field} className="ieu-links-line">
            <a
              className="ieu-link"
              href={`#${selectId(field)}`}
              onClick={(event) => focusTarget(event, selectId(field))}
            >
              {messages.mapping.missingField(messages.fields[field])}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

// Not by the address: that belongs to the host's router.
function focusTarget(event: MouseEvent, id: string): void {
  event.preventDefault();
  // The document, or the shadow root that the card is in: ids end there.
  const page = event.currentTarget.getRootNode() as Document | ShadowRoot;
  page.getElementById(id)?.focus();
}
