// Emails in texts that people read later: enough is left to recognise one, too little to write to it.

// It begins only where a word does: tried at every character, a long text without any end would take hours.
const email = /(?<![^\s"'<>()[\]{},;:=|@])[^\s"'<>()[\]{},;:=|@]+@[^\s"'<>()[\]{},;:=|@]+/g;

/** The text with `ann.lee@example.com` as `a***@e***.com`. */
export function maskEmails(text: string): string {
  return text.replace(email, (address) => {
    const [local = "", domain = ""] = address.split("@");
    const dot = domain.lastIndexOf(".");
    return `${first(local)}***@${first(domain)}***${dot > 0 ? domain.slice(dot) : ""}`;
  });
}

function first(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 42);
}
