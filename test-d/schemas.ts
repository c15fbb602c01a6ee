// Types of the door "./schemas": what each schema gives.
import type { ImportUser } from "import-existing-users/contract";
import { importResponseSchema, type sourceSchema, type userSchema } from "import-existing-users/schemas";
import type * as z from "zod";
import { expectSame, expectType } from "./same.ts";

expectSame<z.infer<typeof userSchema>, ImportUser>();
expectSame<z.infer<typeof sourceSchema>["counters"]["total"], number>();
expectType<"imported" | "already_connected" | "not_found" | "name_mismatch" | "invalid_row" | undefined>()(
  importResponseSchema.parse({}).results[0]?.status,
);
