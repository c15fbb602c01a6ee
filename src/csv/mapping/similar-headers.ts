// Finds the fields that an unknown header may mean by its words or a spelling mistake: a suggestion only.
import type { FieldKey } from "../../contract/fields.ts";
import { toComparableHeader } from "../text/headers.ts";

const words = (text: string) => new Set(text.split(" "));

// Neutral words, ignored when matching headers. Any other word changes the meaning: "Email consent", "Manager email",
// "Company name" and "Last updated" match nothing.
const person =
  "user users customer customers client member members contact person subscriber participant attendee student patron patronage membership supporter donor follower";
const neutral = `the a an of my your their is to ${person} account profile login main primary default current official value field 1`;
const when = "date time datetime timestamp day on at when utc gmt first was";
const place = "in on app site web website portal platform org organization workspace team system";
// People at work or school: their names and emails are their own, but their dates and numbers belong to the job.
const staff = "employee staff colleague teammate worker pupil learner";
// Without payment products: an id there may belong to a company that several users share.
const products =
  "hs hubspot sf salesforce shopify klaviyo mailchimp zendesk intercom auth0 okta firebase keycloak braze crm system";
const visit =
  "login logins logon log logged signin sign signed seen active activity access accessed visit visited session used online auth authentication authenticated connection connected";

interface SimilarHeader {
  readonly key: FieldKey;
  /** Sets of words; one word of each set is required. */
  readonly core: readonly ReadonlySet<string>[];
  readonly harmless: ReadonlySet<string>;
}

const similarHeaders: readonly SimilarHeader[] = [
  {
    key: "lastLoginDate",
    core: [words("last latest recent"), words(visit)],
    harmless: words(`${neutral} ${when} ${place} most successful`),
  },
  {
    key: "registrationDate",
    core: [
      words(
        "created creation registered registration signup sign signed joined join joining enrolled added since onboarded",
      ),
    ],
    harmless: words(`${neutral} ${when} ${place} up us`),
  },
  {
    // The first visit is the closest known date to the registration.
    key: "registrationDate",
    core: [words("first"), words(visit)],
    harmless: words(`${neutral} ${when} ${place}`),
  },
  {
    key: "email",
    core: [words("email mail emails")],
    harmless: words(
      `${neutral} ${staff} e address addresses id work business personal home private office billing sign in preferred`,
    ),
  },
  {
    key: "name",
    core: [words("name names")],
    harmless: words(`${neutral} ${staff} full display complete real public preferred and`),
  },
  {
    // The legal name alone is a company's.
    key: "name",
    core: [words("full"), words("legal"), words("name")],
    harmless: words(`${neutral} ${staff}`),
  },
  {
    key: "externalUserId",
    core: [words("id ids no nr number key code uuid guid ref reference identifier")],
    harmless: words(
      `${neutral} ${products} unique legacy old external internal original source import imported object our db database app platform guest patient learner community forum club loyalty website site store shop`,
    ),
  },
];

/** The fields that a header may mean, most specific first. */
export function similarFields(header: string): FieldKey[] {
  if (header.length > 60) return [];
  const tokens = tokensOf(header);
  const found = similarHeaders.filter(({ core, harmless }) => {
    const isCore = (token: string) => core.some((set) => set.has(token));
    return (
      core.every((set) => tokens.some((token) => set.has(token))) &&
      tokens.every((token) => isCore(token) || harmless.has(token))
    );
  });
  const misspelled = misspelledField(header);
  return [...new Set([...found.map(({ key }) => key), ...(misspelled ? [misspelled] : [])])];
}

function tokensOf(header: string): string[] {
  // "Last seen in Jira": the place does not matter.
  return header
    .replace(/ in [\p{L}\p{N} ]+$/u, "")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u)
    .map((token) => toComparableHeader(token))
    .filter((token) => token !== "");
}

// Long names only: in a short one, one letter makes another word (user_ip). All names of ids are short.
const spellings: readonly (readonly [name: string, key: FieldKey])[] = [
  ["emailaddress", "email"],
  ["email", "email"],
  ["fullname", "name"],
  ["displayname", "name"],
  ["registrationdate", "registrationDate"],
  ["createdat", "registrationDate"],
  ["signupdate", "registrationDate"],
  ["lastlogin", "lastLoginDate"],
  ["lastlogindate", "lastLoginDate"],
  ["lastsignin", "lastLoginDate"],
];

function misspelledField(header: string): FieldKey | null {
  const name = toComparableHeader(header);
  return spellings.find(([right]) => isMisspelled(name, right))?.[1] ?? null;
}

// True for one letter too many, too few or wrong, or two swapped.
function isMisspelled(name: string, right: string): boolean {
  if (Math.abs(name.length - right.length) > 1 || name === right) return false;
  let start = 0;
  while (start < name.length && name[start] === right[start]) start += 1;
  let end = 0;
  const room = Math.min(name.length, right.length) - start;
  while (end < room && name[name.length - 1 - end] === right[right.length - 1 - end]) end += 1;
  const [wrong, wanted] = [name.slice(start, name.length - end), right.slice(start, right.length - end)];
  return wrong.length + wanted.length <= 2 || (wrong.length === 2 && wanted === `${wrong[1]}${wrong[0]}`);
}
