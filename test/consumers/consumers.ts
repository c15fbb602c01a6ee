// Lists the consumer applications: one line each, with the differences between those of one folder.

/** One application, made of a folder beside this file. */
export interface Consumer {
  readonly name: string;
  readonly title: string;
  readonly folder: string;
  /** Other versions than those of the folder's package.json. */
  readonly versions?: Readonly<Record<string, string>>;
  /** Which React is bundled. `development` has StrictMode's double effects, and all its warnings. @default "production" */
  readonly build?: "production" | "development";
  /** Where the page comes from; `none` has types alone. @default "files" */
  readonly page?: "files" | "next" | "none";
  /** Where the card stands: in the page, in a modal dialog of it, or in a sandboxed frame. @default "page" */
  readonly place?: "page" | "dialog" | "frame";
  /** Whose markup is driven: the card's, or that of docs/headless.md around `useImporter`. @default "card" */
  readonly markup?: "card" | "own";
  /** What must be true of the built files. @default nothing */
  readonly bundle?: "one script" | "no screens";
  /** The page writes down how many rows the element's event has told. */
  readonly isTold?: boolean;
}

const react18 = { react: "18.3.1", "react-dom": "18.3.1" };
const types18 = { ...react18, "@types/react": "18.3.9", "@types/react-dom": "18.3.7", typescript: "6.0.3" };

/** In the order of the table. */
export const consumers: readonly Consumer[] = [
  { name: "readme", title: "The README's application from an empty folder", folder: "readme" },
  ...withBothReacts({ name: "vite", title: "Vite 8", folder: "vite" }),
  ...withBothReacts({ name: "strict", title: "StrictMode in development", folder: "vite", build: "development" }),
  { name: "ssr-19", title: "Server rendering, React 19.3", folder: "ssr" },
  ...withBothReacts({
    name: "ssr-development",
    title: "Server rendering in development",
    folder: "ssr",
    build: "development",
  }),
  { name: "next", title: "Next.js 16, App Router", folder: "next", page: "next" },
  { name: "next-nonce", title: "Next.js 16, policy with nonces", folder: "next-nonce", page: "next" },
  { name: "webpack", title: "webpack 5", folder: "webpack" },
  { name: "esbuild", title: "esbuild", folder: "esbuild" },
  ...withBothReacts({ name: "one-chunk", title: "Everything in one chunk", folder: "one-chunk", bundle: "one script" }),
  ...withBothReacts({ name: "modal", title: "In a modal dialog", folder: "modal", place: "dialog" }),
  ...withBothReacts({ name: "frame", title: "In a sandboxed frame", folder: "frame", place: "frame" }),
  ...withBothReacts({ name: "hook", title: "useImporter alone", folder: "hook", markup: "own", bundle: "no screens" }),
  ...withBothReacts({ name: "vue", title: "Vue 3.5, element", folder: "vue", isTold: true }),
  ...withBothReacts({ name: "svelte", title: "Svelte 5, element", folder: "svelte", isTold: true }),
  { name: "html", title: "Plain HTML, element in one file", folder: "html", isTold: true },
  { name: "types-7", title: "TypeScript 7, React 19 types", folder: "typescript", page: "none" },
  { name: "types-6", title: "TypeScript 6, React 18 types", folder: "typescript", page: "none", versions: types18 },
];

function withBothReacts(consumer: Consumer): Consumer[] {
  const { name, title } = consumer;
  return [
    { ...consumer, name: `${name}-19`, title: `${title}, React 19.3` },
    { ...consumer, name: `${name}-18`, title: `${title}, React 18.3`, versions: react18 },
  ];
}
