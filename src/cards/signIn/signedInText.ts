import { clipLine } from '../parts/plainText.ts';

export interface SignedIn {
  /** As the token names them; absent if it doesn't. */
  name?: string | undefined;
  /** What becomes of the question that waited: it's asked, or it waited too long. Absent: none did. */
  question?: 'asked' | 'too-late' | undefined;
}

/** Says that the sign-in worked, and what happens next. */
export function signedInText({ name = '', question }: SignedIn): string {
  const who = clipLine(name, 100);
  const done = who ? `You’re signed in as ${who}.` : 'You’re signed in.';
  if (question === 'asked') return `${done} Asking your question now…`;
  if (question === undefined) return `${done} What would you like to know?`;
  return `${done} Your question waited longer than 15 minutes, so please ask it again.`;
}
