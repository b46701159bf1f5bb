import type { Clock } from '../common/clock.ts';
import type { KeptTurn, TurnStore } from '../questions/ports.ts';
import { createDocumentStore } from './rows/documentStore.ts';
import type { RowKey, Rows } from './rows/rows.ts';

/** The turns of conversations with serving endpoints, one partition to a conversation. */
export function createTurnStore(rows: Rows, clock: Clock): TurnStore {
  const {
    listPages,
    listDue: _,
    ...store
  } = createDocumentStore<KeptTurn>(rows, clock, {
    name: 'turn',
    keyOf: turnKey,
    // What people said and were answered is in the document alone: no column for it.
    columnsOf: () => ({}),
  });
  return {
    ...store,
    async listAll(conversationId) {
      const found: KeptTurn[] = [];
      for await (const page of listPages({ partition: conversationId })) found.push(...page);
      return found.sort(
        (one, other) => one.askedAt - other.askedAt || (one.id < other.id ? -1 : 1),
      );
    },
  };
}

/** The id is `turnIdOf`: neither part has a blank of its own. */
function turnKey(id: string): RowKey {
  const [partition = '', row = ''] = id.split(' ');
  return { partition, row };
}
