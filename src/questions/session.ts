/** One person in one place: a direct message, a group chat and each channel thread are sessions of their own. */
export interface Session {
  id: string;
  /** Genie's conversation that the next question continues, and its newest message. */
  conversationId?: string;
  lastMessageId?: string;
  /** The space of that conversation. */
  spaceId?: string;
  /** The space that the person wants new conversations to be in. */
  chosenSpaceId?: string;
  /** Counts the resets. */
  generation: number;
  /** The question that has the session's turn: one at a time. */
  activeQuestionId?: string;
  user: {
    name?: string;
    email?: string;
    knownBy: 'teams' | 'self-declared';
    /** Whether the channel was asked who this is: a guest may have no address, however often it is asked. */
    lookedUp: boolean;
    /** When it was (ms since 1970): people change their names, and their tenants. */
    lookedUpAt?: number;
    /** The Entra tenant of the person, whichever tenant the conversation is in. */
    tenantId?: string;
    /** Not of this organization, says the channel. Absent where it did not say. */
    isGuest?: boolean;
  };
  welcomed: boolean;
  /** The person was told that they may not talk to the bot. */
  toldRefusal?: boolean;
  /** The person wanted to be forgotten then: what was asked before is not in their history. */
  forgottenAt?: number;
  /** Waits for the person's e-mail address, where one is required. */
  heldQuestion?: { text: string; activityId: string };
  /** Milliseconds since 1970. */
  createdAt: number;
  lastActivityAt: number;
  /** From then on the next question starts a new conversation. */
  idleAt: number;
  /** The row itself is kept longer, so that an idled-out session can be told from a new one. */
  expiresAt: number;
}

/** What holds for everybody in a Teams channel, with all its threads, or in a group chat. */
export interface SharedPlace {
  id: string;
  /** The space that is asked by whoever has not chosen another. */
  spaceId: string;
}
