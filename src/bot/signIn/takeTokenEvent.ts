import { signInCodeText } from '../../cards/signIn/signInCodeText.ts';
import type { Place } from '../../questions/place.ts';
import { signInBegunIn, signInIdOf, type WaitingForSignIn } from '../../questions/signIn.ts';
import { tokenOwnerOf } from '../../signIn/personTokens.ts';
import { readClaims } from '../../signIn/readClaims.ts';
import type { BotDeps } from '../deps.ts';
import { isWithinLimit } from '../people/isWithinLimit.ts';
import { readerOf } from '../readerOf.ts';
import { saySorry } from '../sending/saySorry.ts';
import type { SigningIn } from '../signingIn.ts';
import { acceptToken } from './acceptToken.ts';
import { saySignedIn } from './say.ts';

/**
 * The event `tokens/response`: a page that is bound to the chat says that its visitor has signed in. Anyone can send it,
 * so nothing in it is believed, not even that there was a sign-in: the token service is asked, and its token must be newer
 * than any before, unless it had none when the card was shown. While two conversations wait for the same user, the event
 * proves nothing at all: a token that one of them brought would be the other's, too.
 *
 * What is said to it replies to nothing: Web Chat doesn't show the event, and holds a reply to what it can't see for 5 s.
 */
export async function takeTokenEvent(
  { activityId: _, ...place }: Place,
  deps: BotDeps,
  signIn: SigningIn,
): Promise<void> {
  const { signIns, channel, clock, log } = deps;
  const row = (await signIns.get(signInIdOf(place)))?.value;
  const waiting = signInBegunIn(row ?? {}, place, clock.now());
  if (waiting === undefined || waiting.until <= clock.now()) return;
  if (!(await isWithinLimit(place, deps))) return;
  await saySorry(place, deps, { event: 'tokens/response' }, async () => {
    // It doesn't run out: the token of the rival stays.
    if (waiting.contestedUntil !== undefined) {
      const contestedMs = waiting.contestedUntil - clock.now();
      log.warn('signIn.contested', { channel: place.channelId });
      const { texts } = readerOf(place, deps);
      const text = signInCodeText({ kind: 'contested', minutes: contestedMs / 60_000 }, texts);
      await channel.post(place, { text, textFormat: 'plain' });
      return;
    }
    const issued = await signIn.service.getToken(tokenOwnerOf(place));
    const isNew = issued && isNewer(readClaims(issued.token).issuedAt, waiting, row?.issuedAt);
    if (!isNew) {
      log.warn('signIn.unproven', { channel: place.channelId });
      return;
    }
    await saySignedIn(await acceptToken(issued.token, place, deps), place, deps);
  });
}

/** Entra ID dates tokens five minutes back, and its clock can differ from ours. */
const datedBackMs = 6 * 60_000;

/** Whether a token was issued for the card, as far as that can be told: newer than it, and than any before. */
function isNewer(
  issuedAt: number | undefined,
  { hadToken, since }: Pick<WaitingForSignIn, 'hadToken' | 'since'>,
  newest: number | undefined,
): boolean {
  if (!hadToken) return true;
  if (issuedAt === undefined || newest === undefined) return false;
  return issuedAt > newest && issuedAt >= since - datedBackMs;
}
