// Writes the OpenAPI document of the built reference backend, for the door "./openapi.json".
import { writeFileSync } from "node:fs";

// Not a literal: the type check must not need a build.
const built = new URL("../dist/mock-server/openapi/document.js", import.meta.url);
const { createOpenApi } = await import(built.href);

writeFileSync(new URL("../dist/openapi.json", import.meta.url), `${JSON.stringify(createOpenApi(), null, 2)}\n`);
