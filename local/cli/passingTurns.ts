import type { KeptTurn, TurnStore, Versioned } from '../../src/questions/ports.ts';

/** The turns with endpoints, in memory: one command asks one question. */
export function createPassingTurns(): TurnStore {
  const kept = new Map<string, Versioned<KeptTurn>>();
  const put = (value: KeptTurn): Versioned<KeptTurn> => {
    const version = { value, etag: `${value.reply ? 'answered' : 'asked'}` };
    kept.set(value.id, version);
    return version;
  };
  return {
    get: async (id) => kept.get(id),
    insert: async (value) => put(value),
    replace: async (_current, next) => put(next),
    delete: async (id) => void kept.delete(id),
    deleteExpired: async () => 0,
    listAll: async () => [],
  };
}
