// All visible words come from the messages: no other file of the view holds any.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAst } from "rolldown/parseAst";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const rooms = globSync("src/react/**/*.{ts,tsx}", { cwd: root }).filter(
  (file) => !/\/messages\/[a-z]{2}(-[a-z]+)?\.ts$/.test(file),
);

/** Props and attributes whose text a person sees or hears. */
const textProps =
  /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|text|caption|header|heading|noRows|hint|legend)$/;

test.for([
  ["text between tags", "<p>Hello</p>", ["Hello"]],
  ["text in braces", '<p>{isOpen ? "Open" : words.closed}</p>', ["Open"]],
  ["a template in braces", `<p>{\`\${count} rows\`}</p>`, [" rows"]],
  ["a name for assistive technology", '<button aria-label="Close" />', ["Close"]],
  ["a sentence anywhere", 'const advice = "Try it again";', ["Try it again"]],
  ["a word anywhere", 'const words = { all: "All" };', ["All"]],
  ["a branch that is shown", `<Notice text={isBad ? \`Bad: \${reason}\` : ""} />`, ["Bad: "]],
] as const)("finds %s", ([, code, found]) => {
  expect(wordsIn(code)).toEqual(found);
});

test("no visible text stands outside of the messages", () => {
  const found = rooms.flatMap((file) =>
    wordsIn(readFileSync(join(root, file), "utf8")).map((text) => `${file}: ${text}`),
  );
  expect(rooms.length).toBeGreaterThan(40);
  expect(found).toEqual([]);
});
interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

// Elsewhere than on the screen most texts are names of things: only what reads like language counts.
const language = /^\p{Lu}\p{Ll}+$|\p{L}{2,}[,:]? \p{L}{2,}/u;
const comparisons = /^(?:includes|startsWith|endsWith|closest|querySelector|matches)$/;

function wordsIn(code: string): string[] {
  return collect(parseAst(code, { lang: "tsx" }) as unknown as Node, false);
}

// `isShown`: what stands here becomes text on the screen.
function collect(node: Node, isShown: boolean): string[] {
  if (isSilent(node)) return [];
  const text = textOf(node);
  const counts = isShown || node.type === "JSXText" ? /\p{L}/u : language;
  const own = text !== null && counts.test(text) ? [text] : [];
  return [...own, ...childrenOf(node).flatMap((child) => collect(child, isShownIn(node, child, isShown)))];
}

function textOf(node: Node): string | null {
  if (node.type === "TemplateElement") return String((node.value as { cooked: string }).cooked);
  return (node.type === "Literal" || node.type === "JSXText") && typeof node.value === "string" ? node.value : null;
}

// What is compared, imported, thrown at developers, or a class name.
function isSilent(node: Node): boolean {
  const { type, operator, callee, name } = node as Node & { callee?: Node; name?: Node };
  if (/^ImportDeclaration$|^TS(?!(?:As|Satisfies|NonNull)Expression)/.test(type)) return true;
  if (type === "ExpressionStatement") return "directive" in node && typeof node.directive === "string";
  if (type === "BinaryExpression") return /^[!=]==?$/.test(String(operator));
  if (type === "NewExpression") return /Error$/.test(String(callee?.name));
  if (type === "CallExpression") return comparisons.test(String((callee?.property as Node | undefined)?.name));
  return type === "JSXAttribute" && name?.name === "className";
}

function isShownIn(parent: Node, child: Node, isShown: boolean): boolean {
  switch (parent.type) {
    case "JSXAttribute":
      return textProps.test(String((parent.name as Node).name)) && child === parent.value;
    case "JSXElement":
    case "JSXFragment":
      return child.type === "JSXExpressionContainer";
    case "ConditionalExpression":
      return isShown && child !== parent.test;
    case "MemberExpression":
    case "JSXOpeningElement":
      return false;
    default:
      return isShown;
  }
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";
}
