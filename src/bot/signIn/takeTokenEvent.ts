import type { Place } from '../../questions/place.ts';
import { conversationKeyOf, signInIdOf } from '../../questions/signIn.ts';
import { tokenOwnerOf } from '../../signIn/personTokens.ts';
import { readClaims } from '../../signIn/readClaims.ts';
import type { BotDeps } from '../deps.ts';
import { isWithinLimit } from '../people/isWithinLimit.ts';
import { saySorry } from '../sending/saySorry.ts';
import type { SigningIn } from '../signingIn.ts';
import { acceptToken } from './acceptToken.ts';
import { saySignedIn } from './say.ts';

/** How far the clocks of the token's issuer and ours can be apart. */
const clockSkewMs = 60_000;

/**
 * The event `tokens/response`: a page that is bound to the chat says that its visitor has signed in. Anyone can send it,
 * so nothing in it is believed, not even that there was a sign-in: the token service is asked, and its token must be newer
 * than the card, unless it had none when the card was shown.
 *
 * What is said to it replies to nothing: Web Chat doesn't show the event, and holds a reply to what it can't see for 5 s.
 */
export async function takeTokenEvent(
  { activityId: _, ...place }: Place,
  deps: BotDeps,
  signIn: SigningIn,
): Promise<void> {
  const { signIns, log } = deps;
  const waiting = (await signIns.get(signInIdOf(place)))?.value.waiting;
  if (waiting?.conversation !== conversationKeyOf(place)) return;
  if (!(await isWithinLimit(place, deps))) return;
  await saySorry(place, deps, { event: 'tokens/response' }, async () => {
    const issued = await signIn.service.getToken(tokenOwnerOf(place));
    const isNew =
      issued !== undefined &&
      (!waiting.hadToken ||
        (readClaims(issued.token).issuedAt ?? 0) >= waiting.since - clockSkewMs);
    if (!isNew) {
      log.warn('signIn.unproven', { channel: place.channelId });
      return;
    }
    await saySignedIn(await acceptToken(issued.token, place, deps, signIn), place, deps);
  });
}
