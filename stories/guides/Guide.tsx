// A page of docs/ in Storybook: the same text, with links that lead within it.
import { Markdown } from "@storybook/addon-docs/blocks";
import type { ReactElement } from "react";

/** Pages that are guides here as well, by their file. */
const titles: Readonly<Record<string, string>> = {
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
  /** Headings of the second level: only these sections are shown, under a title of their own. */
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

// A link to a page that is no guide, or to a section that is not shown, is left as text: there is nothing behind it here.
function toLocalLinks(text: string, isWhole: boolean): string {
  return text.replace(/\[([^\]]+)\]\((?![a-z]+:)([^)#]*)[^)]*\)/g, (link, words: string, path: string) => {
    const guide = titles[path.replace(/^.*\//, "")];
    if (guide) return `[${words}](?path=/docs/guides-${guide}--docs)`;
    return path === "" && isWhole ? link : words;
  });
}
