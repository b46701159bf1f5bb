import type { IdentityView } from '../../cards/signIn/identityText.ts';
import { codeOf, detailOf } from '../../common/errors.ts';
import { withPatience } from '../../common/timeLimit.ts';
import type { Place } from '../../questions/place.ts';
import { hasToken } from '../../signIn/personTokens.ts';
import type { Person } from '../../signIn/readPerson.ts';
import type { BotDeps } from '../deps.ts';
import type { SigningIn } from '../signingIn.ts';

/**
 * As whom a place's user is signed in, if they are.
 *
 * @throws AppError `sign-in-unavailable` if that can't be found out now
 */
export async function describeSignIn(
  place: Place,
  { tokens }: SigningIn,
): Promise<{ person?: Person; hasToken: boolean }> {
  try {
    const { person } = await tokens.get(place, 0);
    return { person, hasToken: true };
  } catch (error) {
    const code = codeOf(error);
    if (code !== 'sign-in-required' && code !== 'sign-in-mismatch') throw error;
    return { hasToken: detailOf(error) === hasToken };
  }
}

/** How long a message waits to learn as whom its reader is signed in. */
const patienceMs = 3_000;

/** With whose rights Genie is asked for a place's user, for a message that says so. */
export async function identityOf(
  place: Place,
  { signIn, clock, log }: Pick<BotDeps, 'signIn' | 'clock' | 'log'>,
): Promise<IdentityView> {
  if (signIn === undefined) return { mode: 'bot' };
  const looking = describeSignIn(place, signIn).catch((error: unknown) => {
    log.warn('signIn.unread', { code: codeOf(error), error });
    return undefined;
  });
  const name = (await withPatience(patienceMs, clock, looking))?.person?.name;
  return { mode: 'person', ...(name && { signedInAs: name }) };
}
