import type { Place, Visitor } from './place.ts';

/** One entry at the side of the chat page. What was asked and answered in it are the questions of its session. */
export interface Chat {
  /** `newChatId`: whose it is, and random digits. */
  id: string;
  /** The channel's latest conversation that shows it. */
  conversationId: string;
  /** What its owner calls it. Absent: its first question. */
  title?: string;
  /** All times are milliseconds since 1970. */
  createdAt: number;
  openedAt: number;
  /** Its owner deleted it: nobody sees it, and soon it's gone. */
  deletedAt?: number;
  expiresAt: number;
}

/**
 * A conversation of the channel's that the page opened: whose it is, and which chat it shows. Only who has its token can
 * write in it, and we gave that to its visitor.
 */
export interface Visit extends Visitor {
  /** The conversation's ID. */
  id: string;
  /** The ID that the channel knows the visitor by: anyone else's activities aren't theirs. */
  userId: string;
  user: Pick<Place['user'], 'name' | 'aadObjectId'>;
  /** Milliseconds since 1970. */
  expiresAt: number;
}
