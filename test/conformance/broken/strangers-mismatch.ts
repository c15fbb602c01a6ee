// A server that calls it a wrong name when nobody has the address.
import { misreporting } from "../reference.ts";

export const createBroken = () =>
  misreporting((result) => (result.status === "not_found" ? { ...result, status: "name_mismatch" } : result));
