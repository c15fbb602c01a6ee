// A server that decides all rows before it writes any: the second row of a person is imported too.
import { misreporting } from "../reference.ts";

export const createBroken = () =>
  misreporting((result) =>
    result.status === "already_connected" && result.warnings.some(({ code }) => code === "duplicate_in_request")
      ? { ...result, status: "imported" }
      : result,
  );
