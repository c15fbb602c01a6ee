// Shows a page of docs/ in Storybook, with links to the other guides there.
import { Markdown } from "@storybook/addon-docs/blocks";
import type { ReactElement } from "react";

/** Story ids of the pages that are guides here too, by file name. */
const titles: Readonly<Record<string, string>> = {
  "languages.md": "languages",
  "element.md": "custom-element",
  "csv-file.md": "csv-file-and-statuses",
  "session.md": "session-csrf-tokens",
  "csp.md": "content-security-policy",
  "ssr.md": "server-rendering",
  "headless.md": "without-the-card",
  "theming.md": "theming",
  "backend.md": "your-own-backend",
  "conformance.md": "checking-a-server",
  "sync.md": "sync",
  "accessibility.md": "accessibility",
  "troubleshooting.md": "troubleshooting",
  "security.md": "security",
};

interface GuideProps {
  /** Markdown. */
  readonly text: string;
  /** Second-level headings: only these sections are shown, under `title`. */
  readonly only?: readonly string[];
  readonly title?: string;
}

export function Guide({ text, only, title }: GuideProps): ReactElement {
  const shown = only ? [`# ${title ?? ""}`, ...only.map((heading) => sectionOf(text, heading))].join("\n\n") : text;
  return <Markdown>{toLocalLinks(shown, only === undefined)}</Markdown>;
}

function sectionOf(text: string, heading: string): string {
  const sections = text.split(/^(?=#{2,3} )/m);
  const start = sections.findIndex((section) => section.replace(/^#+ /, "").startsWith(`${heading}\n`));
  if (start < 0) throw new Error(`There is no section "${heading}".`);
  return sections[start] ?? "";
}

// Links to pages that are not guides, and to sections that are not shown, become plain text.
function toLocalLinks(text: string, isWhole: boolean): string {
  return text.replace(/\[([^\]]+)\]\((?![a-z]+:)([^)#]*)[^)]*\)/g, (link, words: string, path: string) => {
    const guide = titles[path.replace(/^.*\//, "")];
    if (guide) return `[${words}](?path=/docs/guides-${guide}--docs)`;
    return path === "" && isWhole ? link : words;
  });
}
