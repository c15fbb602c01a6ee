// The card's stylesheet as a text: Vite reads it here; the build writes it into the compiled file, which needs no bundler then.
import text from "../react/styles.css?inline";

/** The whole of `styles.css`. */
export const stylesText: string = text;
