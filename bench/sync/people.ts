// Creates any number of users, one by one.
import type { UserInput } from "../../src/contract/user.ts";

/** The email of a user by number. */
export function toEmail(index: number): string {
  return `person.${index}@example.com`;
}

/** Creates users on demand. */
export function* makeUsers(count: number): Generator<UserInput> {
  for (let index = 0; index < count; index += 1) {
    yield {
      externalUserId: `legacy_${index}`,
      email: toEmail(index),
      name: `Person ${index}`,
      registrationDate: "2024-01-10T09:00:00Z",
      lastLoginDate: "2026-05-03T07:22:00Z",
    };
  }
}
