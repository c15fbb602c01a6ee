// Reads the declarations, imports and exports of one declaration file from its syntax tree.
import { parseSync } from "rolldown/utils";

/** The origin of a name: another file, or the same one. */
export interface Origin {
  /** The specifier of the import; null for the same file. */
  readonly from: string | null;
  /** The name in that file. */
  readonly name: string;
}

/** The declaration of one name. */
interface Declaration {
  /** Without `export` and `declare`. */
  readonly text: string;
  /** The names it refers to, as the file calls them. */
  readonly mentions: readonly Origin[];
}

/** One declaration file. */
export interface DeclaredModule {
  readonly declarations: ReadonlyMap<string, readonly Declaration[]>;
  readonly imports: ReadonlyMap<string, Origin>;
  readonly exports: ReadonlyMap<string, Origin>;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [member: string]: unknown;
}

/**
 * Reads a declaration file as `tsc` writes it.
 *
 * @throws Error for `export *` and `export default`, which a public door must not use.
 */
export function readDeclarations(text: string): DeclaredModule {
  const declarations = new Map<string, Declaration[]>();
  const imports = new Map<string, Origin>();
  const exports = new Map<string, Origin>();
  const declare = (node: Node) => {
    const declaration = {
      text: text.slice(node.start, node.end).replace(/^declare /, ""),
      mentions: mentionsIn(node),
    };
    for (const name of declaredNames(node)) declarations.set(name, [...(declarations.get(name) ?? []), declaration]);
    return declaredNames(node);
  };
  for (const statement of parseSync("module.d.ts", text).program.body as unknown as Node[]) {
    if (statement.type === "ImportDeclaration") {
      for (const [local, origin] of importedNames(statement)) imports.set(local, origin);
    } else if (statement.type !== "ExportNamedDeclaration") {
      if (statement.type.startsWith("Export")) throw new Error(`${statement.type} does not name its exports.`);
      declare(statement);
    } else if (statement.declaration) {
      for (const name of declare(statement.declaration as Node)) exports.set(name, { from: null, name });
    } else {
      for (const [name, origin] of exportedNames(statement)) exports.set(name, origin);
    }
  }
  return { declarations, imports, exports };
}

function importedNames(statement: Node): [string, Origin][] {
  const from = textOf(statement.source);
  return (statement.specifiers as Node[]).map((specifier) => [
    textOf(specifier.local),
    { from, name: specifier.imported ? textOf(specifier.imported) : "*" },
  ]);
}

function exportedNames(statement: Node): [string, Origin][] {
  const from = statement.source ? textOf(statement.source) : null;
  return (statement.specifiers as Node[]).map((specifier) => [
    textOf(specifier.exported),
    { from, name: textOf(specifier.local) },
  ]);
}

function declaredNames(node: Node): string[] {
  if (node.type === "VariableDeclaration") return (node.declarations as Node[]).map(({ id }) => textOf(id));
  return [textOf(node.id)];
}

// Nodes that refer to a type or value. Other identifiers, such as member names, don't.
const mentioning: Readonly<Record<string, string>> = {
  TSTypeReference: "typeName",
  TSTypeQuery: "exprName",
  TSInterfaceHeritage: "expression",
  TSClassImplements: "expression",
  ClassDeclaration: "superClass",
};

function mentionsIn(node: Node): Origin[] {
  const member = mentioning[node.type];
  const named = member ? leftmost(node[member] as Node | null) : null;
  const own = named ? [{ from: null, name: named }] : [];
  const inline = node.type === "TSImportType" ? [toInlineImport(node)] : [];
  return [...own, ...inline, ...childrenOf(node).flatMap(mentionsIn)];
}

function toInlineImport({ source, qualifier }: Node): Origin {
  return { from: textOf(source), name: leftmost(qualifier as Node | null) ?? "*" };
}

function leftmost(node: Node | null): string | null {
  if (!node) return null;
  if (node.type === "Identifier") return textOf(node);
  return leftmost((node.left ?? node.object ?? null) as Node | null);
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}

// The name of an identifier, or the value of a literal.
function textOf(node: unknown): string {
  const { name, value } = node as { name?: string; value?: string };
  return name ?? value ?? "";
}
