// The envelope of a POST as a server checks it. A room of its own: no browser needs it, nor the zod that it is made of.
import * as z from "zod/mini";
import { maxSourceNameLength, maxUsersPerImport } from "./import.ts";

/** The envelope alone, as a server checks it before it looks at any user. */
export const importRequestSchema = z.object({
  sourceName: z.string().check(z.trim(), z.minLength(1), z.maxLength(maxSourceNameLength)),
  users: z.array(z.unknown()).check(z.minLength(1), z.maxLength(maxUsersPerImport)),
});
