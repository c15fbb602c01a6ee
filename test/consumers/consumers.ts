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
  /** The page writes down how many rows the element's event has told. */
  readonly isTold?: boolean;
}

const react18 = { react: "18.3.1", "react-dom": "18.3.1" };
const types18 = { ...react18, "@types/react": "18.3.9", "@types/react-dom": "18.3.7", typescript: "6.0.3" };

/** In the order of the table. */
export const consumers: readonly Consumer[] = [
  { name: "vite-react-19", title: "Vite 8, React 19", folder: "vite" },
  { name: "vite-react-18", title: "Vite 8, React 18.3", folder: "vite", versions: react18 },
  { name: "strict-19", title: "StrictMode, React 19 development", folder: "vite", build: "development" },
  {
    name: "strict-18",
    title: "StrictMode, React 18.3 development",
    folder: "vite",
    versions: react18,
    build: "development",
  },
  { name: "ssr-19", title: "Server rendering, React 19", folder: "ssr" },
  { name: "ssr-19-development", title: "Server rendering, React 19 development", folder: "ssr", build: "development" },
  {
    name: "ssr-18-development",
    title: "Server rendering, React 18.3 development",
    folder: "ssr",
    versions: react18,
    build: "development",
  },
  { name: "next", title: "Next.js 16, App Router", folder: "next", page: "next" },
  { name: "webpack", title: "webpack 5", folder: "webpack" },
  { name: "esbuild", title: "esbuild", folder: "esbuild" },
  { name: "vue", title: "Vue 3.5, element", folder: "vue", isTold: true },
  { name: "html", title: "Plain HTML, element in one file", folder: "html", isTold: true },
  { name: "types-7", title: "TypeScript 7, React 19 types", folder: "typescript", page: "none" },
  { name: "types-6", title: "TypeScript 6, React 18 types", folder: "typescript", page: "none", versions: types18 },
];
