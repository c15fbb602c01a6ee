// What most headers of a table begin with: the name of the table they come from (u_id, u_email, u_name).

const enough = 0.6;

/** The first word, with what divides it from the rest, that most headers share; empty when there is none. */
export function commonPrefix(headers: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const header of headers.slice(0, 200)) {
    const [prefix] = /^[^\s_.:]{1,30}[\s_.:]+(?=.)/.exec(header) ?? [];
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!most || most[1] <= 2 || most[1] < headers.length * enough) return "";
  // Where the address is not among them they are about something else: Team ID, Team name, Team lead.
  return headers.some((header) => header.startsWith(most[0]) && address.test(header)) ? most[0] : "";
}

const address = /mail|correo|courriel|correio|posta|poczt|почт|メール|邮|郵|이메일/i;

/** The header without that word. */
export function withoutPrefix(header: string, prefix: string): string {
  return prefix !== "" && header.startsWith(prefix) ? header.slice(prefix.length) : header;
}
