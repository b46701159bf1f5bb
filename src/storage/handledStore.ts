import type { Clock } from '../common/clock.ts';
import type { Store } from '../questions/ports.ts';
import { createDocumentStore } from './rows/documentStore.ts';
import type { Rows } from './rows/rows.ts';

/** An activity that was acted on, or is being acted on. */
interface Handled {
  id: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** The first to insert an activity acts on it. */
export type HandledStore = Pick<Store<Handled>, 'insert' | 'delete' | 'deleteExpired'>;

/** The activities that were acted on lately, one row to an activity, beside the sessions: those begin with no `activity_`. */
export function createHandledStore(rows: Rows, clock: Clock): HandledStore {
  const {
    insert,
    delete: remove,
    deleteExpired,
  } = createDocumentStore<Handled>(rows, clock, {
    name: 'handled',
    keyOf: (id) => ({ partition: `activity_${id}`, row: 'handled' }),
    columnsOf: () => ({}),
    isHarmless: true,
  });
  return { insert, delete: remove, deleteExpired };
}
