/** What a person reads about a failure, and how they get on. */
export interface FailureWords {
  /** What happened. */
  what: string;
  /** What the person can do. */
  advice?: string;
  /** Whether asking the same question again might work. */
  tryAgain: boolean;
  /** Whether an admin has to change something first. */
  needsAdmin: boolean;
}

type WayOn = Pick<FailureWords, 'tryAgain' | 'needsAdmin'>;

export const retryable: WayOn = { tryAgain: true, needsAdmin: false };
export const adminOnly: WayOn = { tryAgain: false, needsAdmin: true };
/** The person needs another question, or another person's help. */
export const noWayOn: WayOn = { tryAgain: false, needsAdmin: false };
