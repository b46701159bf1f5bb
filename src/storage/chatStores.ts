import type { Clock } from '../common/clock.ts';
import type { Chat, Visit } from '../questions/chat.ts';
import type { ChatStore, VisitStore } from '../questions/ports.ts';
import { createDocumentStore } from './rows/documentStore.ts';
import type { RowKey, Rows } from './rows/rows.ts';

/** The chats of the page, one partition to an owner. */
export function createChatStore(rows: Rows, clock: Clock): ChatStore {
  const {
    listPages,
    listDue: _,
    ...store
  } = createDocumentStore<Chat>(rows, clock, {
    name: 'chat',
    keyOf: chatKey,
    // What its owner calls it is in the document alone.
    columnsOf: () => ({}),
  });
  return {
    ...store,
    async listAll(owner) {
      const found: Chat[] = [];
      for await (const page of listPages({ partition: partitionOf(owner) })) found.push(...page);
      return found;
    },
  };
}

/** Which visitor and chat the channel's conversations belong to, one row to a conversation. */
export function createVisitStore(rows: Rows, clock: Clock): VisitStore {
  const { listPages: _, ...store } = createDocumentStore<Visit>(rows, clock, {
    name: 'visit',
    keyOf: (id) => ({ partition: `visit_${id}`, row: 'visit' }),
    columnsOf: () => ({}),
  });
  return store;
}

/** The id is `<owner>-<digits>`, and neither part has a `-` of its own. */
function chatKey(id: string): RowKey {
  const [owner = '', row = ''] = id.split('-');
  return { partition: partitionOf(owner), row };
}

function partitionOf(owner: string): string {
  return `owner_${owner}`;
}
