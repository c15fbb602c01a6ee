// Creates users of every kind from a seed: found, unknown, with another name, invalid, repeated, connected before.
import type { Account } from "../../../../mock-server/index.ts";
import type { UserInput } from "../../../../src/contract/user.ts";
import type { Random } from "../../../../test/mock-server/sql/faults/random.ts";

const accountCount = 400;

/** Users with an account. */
export const accounts: readonly Account[] = Array.from({ length: accountCount }, (_, number) => ({
  id: `acc_${number}`,
  email: toEmail(number),
  name: `Person ${number}`,
  emailVerified: true,
  state: "active",
}));

function toEmail(number: number): string {
  return `person.${number}@example.com`;
}

/** The users of one run. */
export function makeUsers(count: number, random: Random): UserInput[] {
  const users: UserInput[] = [];
  for (let number = 0; number < count; number += 1) {
    const externalUserId = `legacy_${number}`;
    const known = random.below(accountCount);
    const email = random.below(4) === 0 ? toEmail(known).toUpperCase() : toEmail(known);
    const dates =
      random.below(2) === 0 ? {} : { registrationDate: "2024-01-10", lastLoginDate: "2026-05-03T07:22:00Z" };
    const fate = random.below(20);
    // The first users are valid, or a guard would stop the run.
    if (number < 10 || fate > 6) users.push({ externalUserId, email, ...dates });
    else if (fate > 4) users.push({ externalUserId, email, name: `Person ${known}`, ...dates });
    else if (fate > 2) users.push({ externalUserId, email: `nobody.${number}@example.com` });
    else if (fate === 2) users.push({ externalUserId, email, name: "Somebody Else" });
    else if (fate === 1) users.push({ externalUserId, email: "no email" });
    else users.push({ ...users[random.below(number)], externalUserId });
  }
  return users;
}

/** Users that were connected before, some of them no longer active. */
export function pickEarlier(users: readonly UserInput[]): UserInput[] {
  return users.filter(({ name }, number) => number % 7 === 3 && name === undefined);
}
