"use client";
// Where the first file is dropped or chosen, with what it should look like.
import type { ReactElement, RefObject } from "react";
import { userFields } from "../../contract/fields.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Icon } from "../controls/Icon.tsx";
import { RichText } from "../controls/RichText.tsx";

export interface UploadZoneProps {
  readonly isDragging: boolean;
  readonly maxRows: number;
  readonly buttonRef: RefObject<HTMLButtonElement | null>;
  readonly onOpen: () => void;
}

export function UploadZone({ isDragging, maxRows, buttonRef, onOpen }: UploadZoneProps): ReactElement {
  const { messages, format, slotClass } = useCard();
  const words = messages.file;
  const rules = [
    words.required(headersOf(true), format),
    words.optional(headersOf(false), format),
    words.limits(maxRows, format),
    words.dates(format),
  ];
  return (
    <div className={slotClass("zone")} data-dragging={isDragging}>
      <span className="ieu-zone-picture">
        <Icon name={isDragging ? "download" : "file"} />
      </span>
      <p className="ieu-zone-title">{isDragging ? words.dropNow : words.drop}</p>
      <Button look="primary" icon="upload" buttonRef={buttonRef} onClick={onOpen}>
        {words.upload}
      </Button>
      <ul className="ieu-zone-rules">
        {rules.map((rule) => (
          <li key={rule} className="ieu-zone-rule">
            <RichText text={rule} />
          </li>
        ))}
      </ul>
      <p className="ieu-privacy">
        <Icon name="lock" />
        {words.privacy}
      </p>
    </div>
  );
}

function headersOf(required: boolean): string[] {
  return userFields.filter((field) => field.required === required).map((field) => field.header);
}
