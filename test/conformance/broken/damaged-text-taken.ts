// A server that takes texts whose letters were lost, as if they were whole.
import { misreading } from "../reference.ts";

const whole = (value: unknown) => (typeof value === "string" ? value.replaceAll("\uFFFD", "x") : value);

export const createBroken = () =>
  misreading((user) => Object.fromEntries(Object.entries(user).map(([key, value]) => [key, whole(value)])));
