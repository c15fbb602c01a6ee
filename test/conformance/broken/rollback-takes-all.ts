// A server whose rollback removes every connection that any import created.
import { createReference } from "../reference.ts";

export const createBroken = () => {
  const { store } = createReference();
  const ids = new Set<string>();
  const { backend } = createReference({
    store: {
      ...store,
      transaction: (appId, options, work) =>
        store.transaction(appId, options, (transaction) =>
          work({
            ...transaction,
            async insertSource(source, results, names) {
              ids.add(source.id);
              await transaction.insertSource(source, results, names);
            },
            async deleteConnectionsCreatedBy() {
              for (const id of ids) await transaction.deleteConnectionsCreatedBy(id);
            },
          }),
        ),
    },
  });
  return backend;
};
