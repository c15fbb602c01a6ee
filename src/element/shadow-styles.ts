// The card's stylesheet inside of a shadow root: constructed, so that no page's policy takes it for an inline style.
import { stylesText } from "./styles-text.ts";

// What stands outside of the card in a page stands on the element here; and `dir` is never an attribute inside.
const hostRules = `
:host { display: block; }
:host([hidden]) { display: none; }
.ieu-root .ieu-page:dir(rtl) > .ieu-icon { scale: -1 1; }
`;

/**
 * Moves the tokens from the card's root to the element.
 *
 * A page's own rule for `import-existing-users` is stronger than the element's `:host`, so `--ieu-accent` can be set there.
 */
export function toShadowStyles(css: string): string {
  const tokens: string[] = [];
  const rest = css.replace(/(?<=(?:^|\})\s*\.ieu-root \{)[^{}]*/, (declarations) =>
    declarations.replace(/--ieu-[\w-]+:[^;]*;/g, (token) => {
      tokens.push(token);
      return "";
    }),
  );
  return `:host { ${tokens.join(" ")} }\n${rest}\n${hostRules}`;
}

const sheets = new WeakMap<Document, CSSStyleSheet>();

/** The sheet for elements of this document: one for all of them, and no document takes another one's. */
export function sheetFor(document: Document): CSSStyleSheet {
  const known = sheets.get(document);
  if (known) return known;
  const { CSSStyleSheet: Sheet } = document.defaultView ?? globalThis;
  const sheet = new Sheet();
  sheet.replaceSync(toShadowStyles(stylesText));
  sheets.set(document, sheet);
  return sheet;
}
