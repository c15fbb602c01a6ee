// Checks the envelope of a POST on the server. A file of its own, so that browsers do not load zod.
import * as z from "zod/mini";
import { maxSourceNameLength, maxUsersPerImport } from "./import.ts";

/** The envelope only; users are checked one by one afterwards. */
export const importRequestSchema = z.object({
  sourceName: z.string().check(z.trim(), z.minLength(1), z.maxLength(maxSourceNameLength)),
  users: z.array(z.unknown()).check(z.minLength(1), z.maxLength(maxUsersPerImport)),
});
