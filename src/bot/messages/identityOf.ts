import type { IdentityView } from '../../cards/signIn/identityText.ts';
import { codeOf } from '../../common/errors.ts';
import { withPatience } from '../../common/timeLimit.ts';
import type { Place } from '../../questions/place.ts';
import { describeSignIn } from '../../signIn/describeSignIn.ts';
import type { BotDeps } from '../deps.ts';

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
