// Writes the OpenAPI document of the built reference backend to dist/, for the door "./openapi.json".
import { writeFileSync } from "node:fs";

// A URL instead of a literal, so that the type check needs no build.
const built = new URL("../dist/mock-server/openapi/document.js", import.meta.url);
const { createOpenApi } = await import(built.href);

writeFileSync(new URL("../dist/openapi.json", import.meta.url), `${JSON.stringify(createOpenApi(), null, 2)}\n`);
