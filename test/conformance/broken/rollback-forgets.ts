// A server whose rollback removes the source from the list and leaves the connections.
import { createBackend } from "../../../mock-server/index.ts";
import { createReference } from "../reference.ts";

export const createBroken = () => {
  const { store } = createReference();
  return createBackend({
    store: {
      ...store,
      transaction: (appId, options, work) =>
        store.transaction(appId, options, (transaction) =>
          work({ ...transaction, deleteConnectionsCreatedBy: async () => {} }),
        ),
    },
  });
};
