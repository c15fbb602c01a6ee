// Shows how to push users through the API, as the alternative to the import below it.
import { useState } from "react";
import { href, routes } from "../../src/contract/routes.ts";
import { Icon } from "../portal/Icon.tsx";

const payload = `{
  "sourceName": "Nightly Sync 2026-05-03",
  "users": [
    {
      "externalUserId": "legacy_1001",
      "email": "user.one@example.com",
      "name": "User One",
      "registrationDate": "2024-01-10T09:00:00Z",
      "lastLoginDate": "2026-05-03T07:22:00Z"
    }
  ]
}`;

/** How to push users without a file, and where to. */
export function ApiSync({ appId }: { appId: string }) {
  const endpoint = href(routes.importUsers, { appId });
  return (
    <section className="panel" id="api-sync" aria-labelledby="api-sync-title">
      <h2 id="api-sync-title">API sync</h2>
      <p>
        Import once from a file, then keep your users in step from your backend: push every new or changed user, in
        batches of 500 to 2,000, and repeat failed batches with exponential backoff.
      </p>
      <div className="endpoint">
        <code>
          <b>{routes.importUsers.method}</b> {endpoint}
        </code>
        <CopyButton text={endpoint} />
      </div>
      <details>
        <summary>Request body</summary>
        <section className="payload" aria-label="Example of a request body">
          <pre>{payload}</pre>
        </section>
      </details>
    </section>
  );
}

function CopyButton({ text }: { text: string }) {
  const [said, setSaid] = useState("");
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied");
    } catch {
      setSaid("Copying is not allowed here");
    }
  }
  return (
    <span className="copy">
      <button type="button" className="quiet" onClick={copy} onBlur={() => setSaid("")}>
        <Icon name={said === "Copied" ? "done" : "copy"} />
        Copy
        <span className="unseen"> the endpoint</span>
      </button>
      <span role="status" className="unseen">
        {said}
      </span>
    </span>
  );
}
