import type { QuestionDeps } from '../deps.ts';
import type { Place } from '../place.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import { type SignIn, signInIdOf } from '../signIn.ts';

/** Far longer than any token lives: until then, what an instance read before a sign-out must not count. */
const keptMs = 180 * 24 * 3_600_000;

export type SignInDeps = Pick<QuestionDeps, 'signIns' | 'clock'>;

/**
 * Changes what is known of a person's sign-in, creating it if there is nothing.
 *
 * @param change runs again if another write comes in between; if it returns the same, nothing is written
 * @returns the row before and after
 */
export async function changeSignIn(
  place: Place,
  { signIns, clock }: SignInDeps,
  change: (signIn: SignIn) => SignIn,
): Promise<{ before: SignIn; after: SignIn }> {
  const id = signInIdOf(place);
  return retryOnConflict(clock, async () => {
    const current = await signIns.get(id);
    const expiresAt = clock.now() + keptMs;
    const before = current?.value ?? { id, generation: 0, expiresAt };
    const after = change(before);
    if (after === before) return { before, after };
    const next = { ...after, expiresAt };
    const written = current ? await signIns.replace(current, next) : await signIns.insert(next);
    return written ? { before, after: next } : 'conflict';
  });
}
