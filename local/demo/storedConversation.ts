import type { WireAttachment, WireComment, WireMessageError, WireRating } from './protocol.ts';
import type { Stage } from './timeline.ts';
import type { Memory } from './understand/memory.ts';
import type { Statement } from './warehouse.ts';

export interface StoredConversation {
  id: string;
  spaceId: string;
  /** The caller who began it, the only one who can see it. */
  userId: number;
  title: string;
  /** It's had in agent mode, and is read by that API only. */
  isAgents?: true;
  /** Milliseconds since 1970. */
  createdAt: number;
  /** Oldest first. */
  messages: StoredMessage[];
}

export interface StoredMessage {
  id: string;
  spaceId: string;
  conversationId: string;
  /** The question as it was sent. */
  content: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  timeline: Stage[];
  /** What the message shows once it is done. */
  attachments: WireAttachment[];
  error: WireMessageError | null;
  /** The statements behind the query attachments, by attachment id. */
  statements: Record<string, Statement>;
  /** A scripted response for any of those statements. */
  statementResponse?: unknown;
  /** What a follow-up builds on. */
  memory: Memory;
  feedback: { rating: WireRating; comment?: string } | null;
  comments: WireComment[];
  /** When an expired result was run again, in milliseconds since 1970. */
  renewedAt?: number;
}
