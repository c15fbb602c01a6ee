// The parts of the card that a host can replace by components of its own, and the props they get.
import type {
  ComponentPropsWithoutRef,
  ComponentType,
  InputHTMLAttributes,
  ProgressHTMLAttributes,
  ReactNode,
  Ref,
  RefObject,
  SelectHTMLAttributes,
} from "react";

/** The props of a replaced button: those of `<button>`, `type` and `className` included, and how it should look. */
export interface ButtonPartProps extends ComponentPropsWithoutRef<"button"> {
  /** To be set on the `<button>`: the card moves focus. */
  readonly ref?: Ref<HTMLButtonElement> | undefined;
  /** `primary` is the next step, `danger` deletes, `link` and `dangerLink` are quieter. */
  readonly look: "primary" | "plain" | "link" | "danger" | "dangerLink";
}

/** The props of a replaced dialog. It is rendered only while it is open, and is modal. */
export interface DialogPartProps {
  readonly className: string;
  /** The ids of the heading and the text among the children. */
  readonly "aria-labelledby": string;
  readonly "aria-describedby": string;
  /** The element that takes focus when the dialog opens. */
  readonly initialFocus: RefObject<HTMLElement | null>;
  /** To be called when the person closes the dialog, with Escape for example. The card then removes it, or keeps it. */
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** The props of a replaced text field: those of `<input>`. */
export interface InputPartProps extends InputHTMLAttributes<HTMLInputElement> {
  /** To be set on the `<input>`: the card moves focus. */
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

/** The props of a replaced select: those of `<select>`, its options, and what to call with the value that was chosen. */
export interface SelectPartProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, "onChange" | "children"> {
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string) => void;
}

/** The props of a replaced progress bar: those of `<progress>`. Without `value` the share is unknown. */
export type ProgressPartProps = ProgressHTMLAttributes<HTMLProgressElement>;

/** The parts of the card that a host can replace. Each must pass on the props that it gets, names and `aria-*` included. */
export interface CardComponents {
  /** Every button with a text; those inside tables (sorting, pages, filters) stay the card's own. */
  readonly Button: ComponentType<ButtonPartProps>;
  /** The dialog before sources are deleted. */
  readonly Dialog: ComponentType<DialogPartProps>;
  /** The source name, the search fields, and the editor of a cell. */
  readonly Input: ComponentType<InputPartProps>;
  /** The columns, encoding, delimiter, header row, and the size of a page. */
  readonly Select: ComponentType<SelectPartProps>;
  /** The progress of reading, checking and sending. */
  readonly Progress: ComponentType<ProgressPartProps>;
}
