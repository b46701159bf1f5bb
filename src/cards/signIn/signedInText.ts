import type { Texts } from '../../texts/texts.ts';
import { clipLine } from '../parts/plainText.ts';

export interface SignedIn {
  /** As the token names them; absent if it doesn't. */
  name?: string | undefined;
  /** What becomes of the question that waited: it's asked, or it waited too long. Absent: none did. */
  question?: 'asked' | 'too-late' | undefined;
}

/** Says that the sign-in worked, and what happens next. */
export function signedInText(
  { name = '', question }: SignedIn,
  { signIn: { done }, sentences }: Texts,
): string {
  const who = clipLine(name, 100);
  const next = {
    asked: done.asking,
    'too-late': done.tooLate,
    none: done.whatNext,
  };
  return sentences([who ? done.as({ name: who }) : done.unnamed, next[question ?? 'none']]);
}
