// An account that a person vouches for: what an import of it can show, and when it had better be left alone.
import { NotChecked } from "../check-errors.ts";
import type { Site } from "../server-under-test.ts";
import type { SentUser } from "../test-users.ts";
import { createStranger } from "../test-users.ts";

/** A user with the known email and a random id; not connected when a check begins. */
export async function requireFreeAccount(site: Site): Promise<SentUser & { readonly email: string }> {
  const { email } = site.known;
  if (email === null) throw new NotChecked("It needs the email of an account that is not connected: --known-email.");
  const user = createStranger({ email });
  const status = await findStatus(site, user);
  if (status === "imported") return user;
  throw new NotChecked(reasons[status ?? ""] ?? `An import of the known email answers ${status}, not imported.`);
}

/** The name in the known account's profile. */
export function requireName(site: Site): string {
  const { name } = site.known;
  if (name === null) throw new NotChecked("It needs the name in the known account's profile: --known-name.");
  return name;
}

const reasons: Readonly<Record<string, string>> = {
  already_connected:
    "The known account is connected already. Give one that is not: rolling back could not undo the import.",
  not_found: "No account that can be matched has the known email.",
};

// Where the server can rehearse, a connected account is not even refreshed.
async function findStatus(site: Site, user: SentUser): Promise<string | undefined> {
  if (await canRehearse(site)) return (await site.importUsers([user], { query: "?dryRun=true" })).statuses[0];
  const imported = await site.importUsers([user]);
  await site.remove(await site.idOf(imported));
  return imported.statuses[0];
}

const rehearsals = new WeakMap<Site, Promise<boolean>>();

// Listed is not kept: a stranger goes first, so that an ignored dry run meets nobody.
function canRehearse(site: Site): Promise<boolean> {
  const known = rehearsals.get(site) ?? rehearse(site);
  rehearsals.set(site, known);
  return known;
}

async function rehearse(site: Site): Promise<boolean> {
  if (!site.offers("dryRun")) return false;
  const { sourceName } = await site.importUsers([createStranger()], { query: "?dryRun=true" });
  return (await site.findSources(sourceName)).length === 0;
}
