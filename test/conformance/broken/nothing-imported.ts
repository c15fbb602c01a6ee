// A server that calls a new connection an old one.
import { misreporting } from "../reference.ts";

export const createBroken = () =>
  misreporting((result, isDryRun) =>
    result.status === "imported" && !isDryRun ? { ...result, status: "already_connected" } : result,
  );
