// The card's stylesheet as a text. Vite inlines it here; the build writes it into the compiled file, which then needs no bundler.
import text from "../react/styles.css?inline";

/** The whole of `styles.css`. */
export const stylesText: string = text;
