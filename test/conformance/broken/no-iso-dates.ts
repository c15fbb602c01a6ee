// A server that wants its dates another way.
import { misreading } from "../reference.ts";

export const createBroken = () =>
  misreading((user) => ("registrationDate" in user ? { ...user, registrationDate: "not as I like it" } : user));
