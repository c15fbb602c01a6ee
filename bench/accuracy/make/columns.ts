// Reads the one-line notation of a file's columns: `Header=kind>role; Header=kind; ...`.
import type { FieldKey } from "../case.ts";

/** What a person would take the column for. `first` and `last` are the parts of a name. */
type Role = FieldKey | "first" | "last";

export interface Column {
  readonly header: string;
  /** A kind of cell, a style of date, or texts to choose from, with `/` between them. */
  readonly kind: string;
  /** For dates: which of the person's days; by default the role's own, or the last change. */
  readonly moment: "since" | "seen" | "updated" | "birth";
  readonly role: Role | null;
  /** The column would do, but is not the one that is wanted. */
  readonly spare: boolean;
}

const roles: Readonly<Record<string, Role>> = {
  id: "externalUserId",
  email: "email",
  name: "name",
  since: "registrationDate",
  seen: "lastLoginDate",
  first: "first",
  last: "last",
};

export function columnsOf(notation: string): Column[] {
  return notation
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map(columnOf);
}

function columnOf(part: string): Column {
  const equals = part.lastIndexOf("=");
  if (equals < 0) throw new Error(`No kind in "${part}"`);
  const [content = "", roleText = ""] = part.slice(equals + 1).split(">");
  const [kind = "", moment] = content.split("@");
  const roleName = roleText.replace("?", "");
  const role = roles[roleName];
  if (roleName !== "" && role === undefined) throw new Error(`No role "${roleName}" in "${part}"`);
  const own = roleName === "since" || roleName === "seen" ? roleName : "updated";
  return {
    header: part.slice(0, equals),
    kind,
    moment: (moment as Column["moment"] | undefined) ?? own,
    role: role ?? null,
    spare: roleText.endsWith("?"),
  };
}
