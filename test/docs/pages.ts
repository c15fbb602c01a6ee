// Reads the pages of documentation, their code blocks and their links.
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");

/** One page of text. */
export interface Page {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** A fenced block. */
export interface Block {
  readonly page: string;
  readonly language: string;
  /** The name after `file=`, by which other blocks of the page import it. */
  readonly file: string | null;
  readonly code: string;
}

/** README, CONTRIBUTING, SECURITY, the changelog, and all pages in docs except the generated API report. */
export function readPages(): Page[] {
  const paths = globSync("{*.md,docs/**/*.md,stories/**/*.mdx}", { cwd: root }).map((path) =>
    path.replaceAll("\\", "/"),
  );
  return paths
    .filter((path) => !path.startsWith("docs/api/"))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** The blocks of a page, in order. */
export function blocksOf({ path, text }: Page): Block[] {
  return Array.from(
    text.matchAll(/^```(\w*)([^\n]*)\n([\s\S]*?)^```/gm),
    ([, language = "", rest = "", code = ""]) => ({
      page: path,
      language,
      file: /\bfile=(\S+)/.exec(rest)?.[1] ?? null,
      code,
    }),
  );
}

/** Links of a page to a file of the repository or a heading in it that does not exist. */
export function deadLinksOf({ path, text }: Page): string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, "").replace(/`[^`\n]*`/g, "");
  const links = prose.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/g);
  return Array.from(links, ([, link, attribute]) => link ?? attribute ?? "")
    .filter((link) => !/^(?:[a-z]+:|\/\/)/.test(link))
    .filter((link) => !hasTarget(path, link))
    .map((link) => `${path}: ${link}`);
}

function hasTarget(path: string, link: string): boolean {
  const [target = "", anchor] = link.split("#");
  const file = target === "" ? join(root, path) : join(root, path, "..", target);
  if (!existsSync(file)) return false;
  return anchor === undefined || headingsIn(readFileSync(file, "utf8")).includes(anchor);
}

// Anchors as GitHub derives them from headings.
function headingsIn(text: string): string[] {
  return Array.from(text.matchAll(/^#+ (.+)$/gm), ([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
