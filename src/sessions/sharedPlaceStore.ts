import type { Clock } from '../clock.ts';
import type { SharedPlaceStore } from '../questions/ports.ts';
import type { SharedPlace } from '../questions/question.ts';
import { createDocumentStore } from './documentStore.ts';
import type { Rows } from './rows.ts';

/** What holds for whole channels and group chats, one row to a place. It does not expire. */
export function createSharedPlaceStore(rows: Rows, clock: Clock): SharedPlaceStore {
  const { listPages: _, ...store } = createDocumentStore<SharedPlace>(rows, clock, {
    name: 'place',
    keyOf: (id) => ({ partition: id, row: 'place' }),
    columnsOf: ({ spaceId }) => ({ spaceId }),
  });
  return store;
}
