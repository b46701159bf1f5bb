import type { Caller } from './caller.ts';
import { newId } from './newIds.ts';
import { readSavedConversations, saveConversations } from './savedConversations.ts';
import type { StoredConversation } from './storedConversation.ts';

/** The conversations of all spaces, oldest first. Call `save` after changing one. */
export interface Conversations {
  all(): StoredConversation[];
  /** One that is the caller's own. */
  find(caller: Caller, spaceId: string, id: string): StoredConversation | undefined;
  create(
    caller: Caller,
    spaceId: string,
    title: string,
    createdAt: number,
    mode?: 'chat' | 'agent',
  ): StoredConversation;
  remove(id: string): void;
  /** Writes everything to the file, if there is one; done when it returns. */
  save(): void;
}

/**
 * Keeps conversations in memory and, with a file, on disk too.
 * @throws Error when the file exists but can't be read.
 */
export function createConversations(dataFile?: string): Conversations {
  const byId = new Map<string, StoredConversation>();
  for (const saved of dataFile ? readSavedConversations(dataFile) : []) byId.set(saved.id, saved);
  return {
    all: () => [...byId.values()],
    find: ({ userId }, spaceId, id) => {
      const found = byId.get(id);
      return found?.spaceId === spaceId && found.userId === userId ? found : undefined;
    },
    create: ({ userId }, spaceId, title, createdAt, mode) => {
      const isAgents = mode === 'agent' && ({ isAgents: true } as const);
      const base = { id: newId(), spaceId, userId, title, ...isAgents };
      const conversation: StoredConversation = { ...base, createdAt, messages: [] };
      byId.set(conversation.id, conversation);
      return conversation;
    },
    remove: (id) => {
      byId.delete(id);
    },
    save: () => {
      if (dataFile) saveConversations(dataFile, [...byId.values()]);
    },
  };
}
