// Turns the zod schemas of the API's bodies into the component schemas of the OpenAPI document.
import * as z from "zod/mini";
import { schemaRegistry } from "../../src/schemas/schemas.ts";

/** The component schemas that are a whole body. */
export type BodyName = "ImportRequest" | "ImportResponse" | "SourceList" | "ResultList" | "Rollback" | "Problem";

/** A schema as JSON Schema 2020-12, which OpenAPI 3.1 uses as it is. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The address of a component inside the document. */
export function toReference(name: string): { readonly $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

/** Every component schema by name. */
export function createSchemas(): Record<string, JsonSchema> {
  const uri = (id: string) => toReference(id).$ref;
  // As input: an answer may get further members in a later version, and readers must let them pass.
  const { schemas } = z.toJSONSchema(schemaRegistry, { io: "input", metadata: schemaRegistry, uri });
  return Object.fromEntries(Object.entries(schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema]));
}
