// Replaces the domain of an email.

/** The domains of emails that are replaced, in lower case; false where the user chose to leave one as written. */
export type DomainRepairs = Readonly<Record<string, string | false>>;

/** The email with this domain. */
export function withDomain(email: string, domain: string): string {
  return `${email.slice(0, email.lastIndexOf("@") + 1)}${domain}`;
}

/** Replaces the domain of an email, where these repairs name it. */
export function repairDomain(text: string, domains: DomainRepairs): string {
  const from = text
    .slice(text.lastIndexOf("@") + 1)
    .trim()
    .toLowerCase();
  const to = Object.hasOwn(domains, from) ? domains[from] : undefined;
  return to ? withDomain(text, to) : text;
}
