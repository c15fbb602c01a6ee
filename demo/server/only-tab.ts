// Tells whether this tab is the one that stores the demo's world.

const lockName = "import-existing-users-demo";

/** How long a tab that does not answer is waited for, in milliseconds. Only a frozen tab does not answer. */
const longestWait = 10_000;

/**
 * True for the first tab, which holds a lock until it closes; false once another tab says that it holds the lock.
 *
 * A lock that is taken is no proof of another tab: after a reload the page before may still hold it for a moment. So
 * this tab waits for the lock and asks at the same time; only a living tab answers.
 */
export function isOnlyTab(): Promise<boolean> {
  const { locks } = navigator;
  // Not there on an insecure origin.
  if (!locks) return Promise.resolve(true);
  const channel = new BroadcastChannel(lockName);
  const waiting = new AbortController();
  return new Promise((resolve) => {
    const giveUp = () => {
      clearTimeout(timer);
      waiting.abort();
      channel.close();
      resolve(false);
    };
    const timer = setTimeout(giveUp, longestWait);
    const hold = () => {
      clearTimeout(timer);
      channel.onmessage = ({ data }) => data === "taken?" && channel.postMessage("taken");
      // For a tab that asked before this one held the lock.
      channel.postMessage("taken");
      resolve(true);
      return new Promise(() => {});
    };
    channel.onmessage = ({ data }) => data === "taken" && giveUp();
    locks.request(lockName, { signal: waiting.signal }, hold).catch(giveUp);
    channel.postMessage("taken?");
  });
}
