// Puts the OpenAPI document behind a running backend: an answer that it does not describe fails the test.
import { Ajv2020, type AnySchema } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect } from "vitest";
import { createOpenApi } from "../../../mock-server/openapi/document.ts";
import type { Start } from "./start.ts";

/** The same start, with every answer checked against the document. */
export function documented(start: Start): Start {
  return async (world, options) => {
    const backend = await start(world, options);
    return {
      ...backend,
      async fetch(path, init) {
        const response = await backend.fetch(path, init);
        const fault = await findFault(init?.method ?? "GET", path, response.clone());
        if (fault !== null) expect.fail(fault);
        return response;
      },
    };
  };
}

const document = createOpenApi();
const ajv = new Ajv2020({ strict: false, validateFormats: true });
addFormats.default(ajv);
ajv.addSchema(closed(document) as AnySchema, "document");

// Addresses and methods that are no endpoint have answers of their own, which the document of the endpoints leaves out.
const outside = new Set(["route-not-found", "method-not-allowed"]);

/** What the document does not say of this answer; null when it says all of it. */
async function findFault(method: string, path: string, response: Response): Promise<string | null> {
  const body: unknown = await response.json();
  if (outside.has((body as { code?: string }).code ?? "")) return null;
  const template = findTemplate(path);
  const mediaType = response.headers.get("Content-Type")?.split(";")[0] ?? "";
  const steps = ["paths", template, method.toLowerCase(), "responses", String(response.status), "content", mediaType];
  const validate = ajv.getSchema(`document#/${[...steps, "schema"].map(toPointerStep).join("/")}`);
  if (!validate) return `${method} ${template} answers ${response.status} ${mediaType}, which is not described.`;
  return validate(body) ? null : `${method} ${template} answers ${response.status} ${JSON.stringify(validate.errors)}`;
}

function findTemplate(path: string): string {
  const { pathname } = new URL(path, "https://portal.test");
  const fits = (template: string) => new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`).test(pathname);
  return Object.keys(document.paths).find(fits) ?? pathname;
}

function toPointerStep(step: string): string {
  return encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"));
}

// The document lets answers grow; this server's answers must not hold a word more than it says today.
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const members = Object.fromEntries(Object.entries(schema).map(([name, member]) => [name, closed(member)]));
  return members.type === "object" ? { ...members, additionalProperties: false } : members;
}
