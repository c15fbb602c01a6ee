// A server that compares names letter by letter.
import { known, misreading } from "../reference.ts";

export const createBroken = () =>
  misreading((user) => ("name" in user && user.name !== known.knownName ? { ...user, name: "Somebody Else" } : user));
