// Defines the endpoints by method and path pattern, and fills in their parameters.

export type RouteParams = { readonly appId: string; readonly sourceId?: string };

export interface Route {
  readonly method: "GET" | "POST" | "DELETE";
  /** The guide's own notation, `:name` for a parameter. */
  readonly pattern: string;
}

const importPath = "/api/developer/applications/:appId/import-existing-users";

/** The three documented endpoints, and `listResults`, which a server may offer beyond them. */
export const routes = {
  importUsers: { method: "POST", pattern: `${importPath}/csv` },
  listSources: { method: "GET", pattern: `${importPath}/sources` },
  deleteSource: { method: "DELETE", pattern: `${importPath}/sources/:sourceId` },
  listResults: { method: "GET", pattern: `${importPath}/sources/:sourceId/results` },
} as const satisfies Record<string, Route>;

/**
 * The path of a route with its parameters filled in.
 *
 * @throws TypeError for an id that is missing, empty or a dot segment, which a URL parser would resolve to another path.
 */
export function href(route: Route, params: RouteParams): string {
  return route.pattern.replace(/:(\w+)/g, (_, name: string) => {
    const id = params[name as keyof RouteParams];
    if (id === undefined || id === "" || id === "." || id === "..")
      throw new TypeError(`${name} can't be "${id ?? ""}"`);
    return encodeURIComponent(id);
  });
}
