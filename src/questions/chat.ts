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
  /** From now on it can't be restored: what was asked in it is being deleted. */
  purgingAt?: number;
  /** When its owner asked to be forgotten: what was asked before isn't theirs to see. */
  forgottenAt?: number;
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
  /**
   * Until when it says who writes there (ms since 1970). The channel renews its own tokens for as long as a page is open;
   * who has left the company must not stay in for as long.
   */
  countsUntil: number;
  /** Later: until then it's known that it once did. */
  expiresAt: number;
}

/**
 * That a chat was deleted. It leads the sweep to the chat; once that is gone, it keeps open tabs from asking anything in
 * it, which nobody would find again.
 */
export interface Deletion {
  /** The chat's. */
  id: string;
  /** All times are milliseconds since 1970. Before, its owner can still undo it. */
  dueAt: number;
  /** It is being carried out: it can't be undone. */
  begunAt?: number;
  /** Nothing is left to delete. */
  doneAt?: number;
  /** The log says that it can't be done. */
  toldAt?: number;
  expiresAt: number;
}
