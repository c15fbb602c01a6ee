// Creates the card's stylesheet for a shadow root: a constructed one, which no content security policy treats as inline style.
import { stylesText } from "./styles-text.ts";

// Rules for what surrounds the card in a page apply to the element here, and `dir` is never an attribute inside. The tokens
// get their values on the element, so the theme is chosen there; the property `theme` sets the attribute, too.
const dark = "--ieu-if-light: ; --ieu-if-dark: initial;";
const hostRules = `
:host { display: block; }
:host([hidden]) { display: none; }
:host([theme~="dark"]) { ${dark} }
@media (prefers-color-scheme: dark) { :host([theme~="auto"]) { ${dark} } }
.ieu-root .ieu-page:dir(rtl) > .ieu-icon { scale: -1 1; }
`;

/**
 * Moves the tokens from the card's root to the element.
 *
 * A page's rule for `import-existing-users` overrides the element's `:host`, so `--ieu-accent` can be set there.
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

/** The sheet shared by the elements of a document. A document can't adopt the sheet of another one. */
export function sheetFor(document: Document): CSSStyleSheet {
  const known = sheets.get(document);
  if (known) return known;
  const { CSSStyleSheet: Sheet } = document.defaultView ?? globalThis;
  const sheet = new Sheet();
  sheet.replaceSync(toShadowStyles(stylesText));
  sheets.set(document, sheet);
  return sheet;
}
