"use client";
// Finds a text in one column and replaces it, after showing how many cells would change and some of them; the last replacement can be undone.
import { type KeyboardEvent, type ReactElement, useDeferredValue, useId, useMemo, useRef, useState } from "react";
import type { FieldKey } from "../../contract/fields.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import { findTexts } from "../../importer/review/replacements.ts";
import type { Review, TextSearch } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Input, Select } from "../controls/Field.tsx";
import { Icon } from "../controls/Icon.tsx";
import { RichText } from "../controls/Notice.tsx";
import { Proof } from "../mapping/RepairOffer.tsx";

export interface FindReplaceProps {
  readonly review: Review;
  /** The fields that have a column in the preview. */
  readonly fields: readonly FieldKey[];
  readonly isLocked: boolean;
  readonly actions: Pick<ImporterActions, "replaceTexts" | "undoReplacement">;
}

export function FindReplace(props: FindReplaceProps): ReactElement {
  const { messages } = useCard();
  const [isOpen, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const id = useId();
  return (
    <div className="ieu-find">
      <Button
        look="link"
        icon="search"
        buttonRef={toggle}
        aria-expanded={isOpen}
        aria-controls={id}
        disabled={props.isLocked}
        onClick={() => setOpen(!isOpen)}
      >
        {messages.replace.open}
      </Button>
      <Undo {...props} />
      <div id={id} className="ieu-find-panel" hidden={!isOpen}>
        {isOpen && (
          <Panel
            {...props}
            onClose={() => {
              setOpen(false);
              toggle.current?.focus();
            }}
          />
        )}
      </div>
    </div>
  );
}

const typedTexts = ["find", "replacement"] as const;

function Panel({ review, fields, isLocked, actions, onClose }: FindReplaceProps & { readonly onClose: () => void }) {
  const { messages, format } = useCard();
  const words = messages.replace;
  const id = useId();
  const [search, setSearch] = useState<TextSearch>({
    field: fields.includes("email") ? "email" : (fields[0] ?? "email"),
    find: "",
    replacement: "",
    isWholeCell: false,
  });
  // Deferred, so that typing stays responsive while 10,000 rows are searched.
  const shown = useDeferredValue(search);
  const found = useMemo(() => findTexts(review, shown), [review, shown]);
  const isAsked = search.find !== "" || search.isWholeCell;

  function replace(): void {
    if (!isLocked && findTexts(review, search).count > 0) actions.replaceTexts(search);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      // Keeps Enter from submitting the host's form.
      event.preventDefault();
      replace();
    }
    if (event.key === "Escape") {
      // Keeps Escape from closing the host's dialog.
      event.stopPropagation();
      onClose();
    }
  }

  const toField = (key: (typeof typedTexts)[number]) => (
    <div key={key} className="ieu-find-field">
      <label className="ieu-label" htmlFor={`${id}-${key}`}>
        {words[key]}
      </label>
      <Input
        id={`${id}-${key}`}
        value={search[key]}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => setSearch({ ...search, [key]: event.target.value })}
        onKeyDown={onKeyDown}
      />
    </div>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: no form, as the card may stand in the host's
    <div role="group" aria-label={words.open} className="ieu-find-form">
      <div className="ieu-find-field">
        <label className="ieu-label" htmlFor={`${id}-field`}>
          {words.column}
        </label>
        <Select
          id={`${id}-field`}
          value={search.field}
          options={fields.map((field) => [field, messages.fields[field]] as const)}
          onChoose={(field) => setSearch({ ...search, field: field as FieldKey })}
        />
      </div>
      {typedTexts.map(toField)}
      <label className="ieu-find-option">
        <input
          type="checkbox"
          checked={search.isWholeCell}
          onChange={(event) => setSearch({ ...search, isWholeCell: event.target.checked })}
          onKeyDown={(event) => event.key === "Escape" && onKeyDown(event)}
        />
        {words.wholeCell}
      </label>
      <p className="ieu-hint" aria-live="polite">
        {isAsked ? words.found(found.count, format) : words.hint}
      </p>
      {isAsked && found.count > 0 && <Proof proof={found.proof} />}
      <div className="ieu-find-actions">
        <Button isBlocked={!isAsked || found.count === 0} disabled={isLocked} onClick={replace}>
          {words.apply(isAsked ? found.count : 0, format)}
        </Button>
      </div>
    </div>
  );
}

/** What was replaced last, with Undo. */
function Undo({ review, isLocked, actions }: FindReplaceProps): ReactElement | null {
  const { messages, format } = useCard();
  const words = messages.replace;
  const last = review.replaced.at(-1);
  if (!last) return null;
  return (
    <p className="ieu-corrections">
      <Icon name="check" />
      <span>
        <RichText text={words.done(last.find, last.replacement, last.texts.size, format)} />
      </span>
      {!isLocked && (
        <Button look="link" onClick={actions.undoReplacement}>
          {words.undo}
        </Button>
      )}
    </p>
  );
}
