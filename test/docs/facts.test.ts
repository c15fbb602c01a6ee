// Compares lists and figures on the pages with the code: columns, statuses, retry policy, texts of the card, folders, conformance, languages.
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { defaultRetryPolicy } from "../../src/client/retry.ts";
import { allChecks } from "../../src/conformance/checks/all.ts";
import { userFields } from "../../src/contract/fields.ts";
import { rowStatuses } from "../../src/contract/status.ts";
import { attributes, objectProps } from "../../src/element/element-properties.ts";
import { root } from "./pages.ts";

const csvFile = read("docs/csv-file.md");

test("docs/csv-file.md lists every column with its aliases", () => {
  const rows = userFields.map(({ header, required, aliases }) => {
    const others = aliases.filter((alias) => alias !== header).map((alias) => `\`${alias}\``);
    return `| \`${header}\` | ${required ? "required" : "optional"} | ${others.join(", ")} |`;
  });
  expect(csvFile.split("\n")).toEqual(expect.arrayContaining(rows));
});

test("docs/csv-file.md explains every status", () => {
  const explained = Array.from(csvFile.matchAll(/^\| `(\w+)` \| [^|]+ \|$/gm), ([, status]) => status);
  expect(explained.sort()).toEqual([...rowStatuses].sort());
});

test("the retry policy is described as it is", () => {
  const { attempts, baseDelay, maxDelay, deadline } = defaultRetryPolicy;
  const seconds = (milliseconds: number) => `${milliseconds / 1_000} s`;
  const described = `${attempts} attempts within ${seconds(deadline)}, waiting at most ${seconds(baseDelay)} at first and ${seconds(maxDelay)} later`;
  expect(read("docs/headless.md").replace(/\s+/g, " ")).toContain(described);
  const sources = read("src/client/create-import-client.ts").replaceAll("_", "");
  const { attempts: _, ...delays } = defaultRetryPolicy;
  const written = Object.entries(delays).map(([key, value]) => `${key}: ${value}`);
  expect(sources).toContain(`@default { attempts: ${attempts}, ${written.join(", ")} }`);
});

test("texts of the card that pages quote are its texts", () => {
  const english = ["en", "en-first", "en-file"].map((name) => read(`src/react/messages/${name}.ts`)).join("\n");
  const pages = ["card", "csv-file", "session", "troubleshooting"].map((name) => read(`docs/${name}.md`));
  const labels = pages.flatMap((text) => Array.from(text.matchAll(/\*\*([^*]+)\*\*/g), ([, label = ""]) => label));
  const [, server = ""] = /^## The server\n([\s\S]*?)^## /m.exec(read("docs/troubleshooting.md")) ?? [];
  const titles = Array.from(server.matchAll(/^\| (?!Message)([^|]+) \|/gm), ([, title = ""]) => title);
  expect(titles.length).toBeGreaterThan(4);
  const quoted = [...labels, ...titles].map((text) => text.replace(/\s+/g, " "));
  expect(quoted.filter((text) => !english.includes(text))).toEqual([]);
});

test("docs/architecture.md lists every folder of the sources, and no other", () => {
  const [, tree = ""] = /^## Folders\n+```\n([\s\S]*?)^```/m.exec(read("docs/architecture.md")) ?? [];
  const above: string[] = [];
  const listed = tree.split("\n").flatMap((line) => {
    const [, indent = "", names = ""] = /^( *)((?:[\w-]+\/ *)+)/.exec(line) ?? [];
    const depth = indent.length / 2;
    return names.split(/\/ */).flatMap((name) => {
      if (name === "") return [];
      above.splice(depth, above.length, name);
      return [above.join("/")];
    });
  });
  const folders = globSync("{src,mock-server}/**/", { cwd: root }).map((path) => path.replace(/\/$/, ""));
  const listedSources = listed.filter((path) => /^(?:src|mock-server)\b/.test(path));
  expect(listedSources.sort()).toEqual(folders.sort());
});

test("the report in docs/backend.md has every conformance check under its title", () => {
  const reported = read("docs/backend.md").matchAll(/^ {2}(?:kept|not checked) +(.+) \[([\w.-]+)\]$/gm);
  expect(Array.from(reported, ([, title, id]) => `${id}: ${title}`)).toEqual(
    allChecks.map(({ id, level, rule, title }) => `${id}: ${level === "core" ? title : `${rule} ${title}`}`),
  );
});

test("docs/element.md lists every attribute and property of the element, and no other", () => {
  const [, listedAttributes = "", listedProps = ""] =
    /^\| Attributes[^|]*\|(.*)\|\n\| Properties only \|(.*)\|$/m.exec(read("docs/element.md")) ?? [];
  const namesIn = (text: string) => Array.from(text.matchAll(/`([\w-]+)`/g), ([, name = ""]) => name);
  expect(namesIn(listedAttributes).sort()).toEqual(
    Object.values(attributes)
      .map(({ name }) => name)
      .sort(),
  );
  const listed = namesIn(listedProps).filter((name) => name !== "CSSStyleSheet");
  expect(new Set(listed)).toEqual(new Set<string>(objectProps));
});

test("every language has an entry point, and is named on docs/languages.md", () => {
  const entryPoints = globSync("src/react/messages/??.ts", { cwd: root })
    .map((file) => basename(file, ".ts"))
    .filter((language) => language !== "en")
    .map((language) => `./messages/${language}`);
  const published = Object.keys(manifest.exports).filter((name) => name.startsWith("./messages/"));
  expect(published.sort()).toEqual(entryPoints.sort());
  const page = read("docs/languages.md");
  expect(entryPoints.filter((name) => !page.includes(`import-existing-users${name.slice(1)}`))).toEqual([]);
});

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}
