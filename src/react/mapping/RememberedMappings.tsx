"use client";
// Shows remembered mappings: a list to inspect and forget, and a note above a mapping that was taken from it.
import { type ReactElement, useId, useRef } from "react";
import { fieldKeys } from "../../contract/fields.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import type { RememberedMapping } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { focusOtherStep } from "../controls/Heading.tsx";
import { Icon } from "../controls/Icon.tsx";
import { RichText } from "../controls/Notice.tsx";

export interface RememberedMappingsProps {
  readonly entries: readonly RememberedMapping[];
  readonly onForget: ImporterActions["forgetMapping"];
}

export function RememberedMappings({ entries, onForget }: RememberedMappingsProps): ReactElement {
  const { messages, format, slotClass } = useCard();
  const words = messages.memory;
  const summary = useRef<HTMLElement>(null);

  // The focused button disappears with its entry.
  function forget(signature: string | null): void {
    summary.current?.focus();
    onForget(signature);
  }

  return (
    <details className={`ieu-details ${slotClass("section")}`} data-step="memory">
      <summary ref={summary} className="ieu-summary">
        {words.heading(entries.length, format)}
        <Icon name="down" />
      </summary>
      <div className="ieu-memory">
        <p className="ieu-hint">{words.about}</p>
        {entries.length === 0 && <p className="ieu-hint">{words.none}</p>}
        {entries.length > 0 && (
          <ul className="ieu-memory-list" aria-label={words.list}>
            {entries.map((entry) => (
              <Entry key={entry.signature} entry={entry} onForget={forget} />
            ))}
          </ul>
        )}
        {entries.length > 1 && (
          <div className="ieu-actions">
            <Button onClick={() => forget(null)}>{words.forgetAll}</Button>
          </div>
        )}
      </div>
    </details>
  );
}

interface EntryProps {
  readonly entry: RememberedMapping;
  readonly onForget: (signature: string) => void;
}

function Entry({ entry, onForget }: EntryProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.memory;
  const id = useId();
  const { mapping, nameColumns, idFromEmail, confirmedAt, sourceName, signature } = entry;
  const columns = fieldKeys.flatMap((key) => {
    const column = mapping[key];
    if (column !== null) return [words.column(messages.fields[key], column + 1, format)];
    if (key === "externalUserId" && idFromEmail) return [words.fromEmail(messages.fields[key], messages.fields.email)];
    const joined = key === "name" ? (nameColumns?.columns ?? []) : [];
    const places = joined.map((one) => one + 1);
    return places.length > 0 ? [words.joined(messages.fields[key], places, format)] : [];
  });
  return (
    <li className="ieu-memory-entry">
      <div className="ieu-memory-text">
        <p id={id}>
          <RichText text={words.entry(sourceName || messages.sources.unnamed, format.date(confirmedAt), format)} />
        </p>
        <p className="ieu-hint">{columns.join(" · ")}</p>
      </div>
      <Button look="link" aria-describedby={id} onClick={() => onForget(signature)}>
        {words.forget}
      </Button>
    </li>
  );
}

interface RememberedNoteProps {
  readonly remembered: RememberedMapping;
  readonly isLocked: boolean;
  readonly onForget: ImporterActions["forgetMapping"];
}

/** Says that the mapping comes from an earlier import, and lets it be forgotten. */
export function RememberedNote({ remembered, isLocked, onForget }: RememberedNoteProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.memory;
  return (
    <p className="ieu-hint ieu-remembered">
      {words.note(format.date(remembered.confirmedAt))} ·{" "}
      <Button
        look="link"
        isBlocked={isLocked}
        onClick={({ currentTarget }) => {
          // The note and its button disappear.
          focusOtherStep(currentTarget, "review");
          onForget(remembered.signature);
        }}
      >
        {words.forget}
      </Button>
    </p>
  );
}
