import { newId } from './newIds.ts';
import type { WireAttachment, WireComment, WireMessageError, WireRating } from './protocol.ts';
import { readSavedConversations, saveConversations } from './savedConversations.ts';
import type { Stage } from './timeline.ts';
import type { Memory } from './understand/memory.ts';
import type { Statement } from './warehouse.ts';

export interface StoredConversation {
  id: string;
  spaceId: string;
  title: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  /** Oldest first. */
  messages: StoredMessage[];
}

export interface StoredMessage {
  id: string;
  spaceId: string;
  conversationId: string;
  /** What was asked, as it was sent. */
  content: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  timeline: Stage[];
  /** What the message shows once it is done. */
  attachments: WireAttachment[];
  error: WireMessageError | null;
  /** The statements behind the query attachments, by attachment id. */
  statements: Record<string, Statement>;
  /** A scripted answer for any of those statements. */
  statementResponse?: unknown;
  /** What a follow-up builds on. */
  memory: Memory;
  feedback: { rating: WireRating; comment?: string } | null;
  comments: WireComment[];
  /** When an expired result was executed again, in milliseconds since 1970. */
  renewedAt?: number;
}

/** The conversations of all spaces, oldest first. Whoever changes one calls `save` afterwards. */
export interface Conversations {
  all(): StoredConversation[];
  find(spaceId: string, id: string): StoredConversation | undefined;
  create(spaceId: string, title: string, createdAt: number): StoredConversation;
  remove(id: string): void;
  /** Writes everything to the file, if there is one; done when it returns. */
  save(): void;
}

/**
 * Keeps conversations in memory and, with a file, on disk too.
 * @throws Error when the file is there but cannot be read.
 */
export function createConversations(dataFile?: string): Conversations {
  const byId = new Map<string, StoredConversation>();
  for (const saved of dataFile ? readSavedConversations(dataFile) : []) byId.set(saved.id, saved);
  return {
    all: () => [...byId.values()],
    find: (spaceId, id) => {
      const found = byId.get(id);
      return found?.spaceId === spaceId ? found : undefined;
    },
    create: (spaceId, title, createdAt) => {
      const conversation = { id: newId(), spaceId, title, createdAt, messages: [] };
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
