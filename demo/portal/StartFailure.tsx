// Explains, in place of the portal, that the demo's server could not start.

/** Says what happened and what to do; without a server the portal could only show failures. */
export function StartFailure({ error }: { error: unknown }) {
  return (
    <main className="start-failure" role="alert">
      <h1>The demo could not start</h1>
      <p>
        Its server runs inside this page, as a service worker, and the browser refused it. Allow service workers for
        this address, or open the demo in a window that is not private.
      </p>
      <pre>{error instanceof Error ? error.message : String(error)}</pre>
      <p>
        <a href={window.location.href}>Try again</a>
      </p>
    </main>
  );
}
