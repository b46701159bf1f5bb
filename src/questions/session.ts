import type { Place, Reading } from './place.ts';

/** One person in one place: a direct message, a group chat and each channel thread are separate sessions. */
export interface Session {
  id: string;
  /** Genie's conversation that the next question continues, and its newest message. */
  conversationId?: string;
  lastMessageId?: string;
  /** Whose conversation it is: a person's key. Absent: the bot's. */
  conversationAs?: string;
  /** The space of that conversation. */
  spaceId?: string;
  /** The space the person chose for new conversations. */
  chosenSpaceId?: string;
  /** Counts the resets. */
  generation: number;
  /** The one question that has the session's turn. */
  activeQuestionId?: string;
  user: {
    name?: string;
    email?: string;
    /** Teams' profile, the sign-in to our own page, or what they say themselves. */
    knownBy: 'teams' | 'page' | 'self-declared';
    /** Whether we have asked the channel who this is: a guest may have no address, however often we ask. */
    lookedUp: boolean;
    /** When we asked (ms since 1970): people change names and tenants. */
    lookedUpAt?: number;
    /** The person's Entra tenant, whichever tenant the conversation is in. */
    tenantId?: string;
    /** Whether the channel says that they are from another organization. Absent if it doesn't say. */
    isGuest?: boolean;
  };
  /** How they read, by their latest question: what isn't a message seldom says. */
  reading?: Reading;
  welcomed: boolean;
  /** The person was told that they don't have access. */
  toldRefusal?: boolean;
  /** When the person asked to be forgotten: earlier questions are not in their history. */
  forgottenAt?: number;
  /** Waits for the person's email address, if one is required. */
  heldQuestion?: { text: string; activityId: string };
  /** Milliseconds since 1970. */
  createdAt: number;
  lastActivityAt: number;
  /** From then on, the next question starts a new conversation. */
  idleAt: number;
  /** Later than `idleAt`, so that an idled-out session can be told from a new one. */
  expiresAt: number;
}

/** What applies to everyone in a Teams channel, including its threads, or in a group chat. */
export interface SharedPlace {
  id: string;
  /** The space for everyone who has not chosen another. */
  spaceId: string;
}

/** A person's own chat with the bot, and what was asked elsewhere and is answered there. */
export interface OwnChat {
  /** The person's, as `personIdOf`. */
  id: string;
  /** How to reach it; absent: not known, or it takes nothing. */
  address?: Pick<Place, 'serviceUrl' | 'conversation'>;
  /** The latest such questions, oldest first. */
  questionIds: string[];
  /** Those of them that wait for the person to open the chat. */
  waitingIds?: string[];
  /** Milliseconds since 1970. */
  expiresAt: number;
}
