import { signedOutText } from '../../cards/signIn/signedOutText.ts';
import { type Place, vouchesFor } from '../../questions/place.ts';
import { conversationKeyOf, signInIdOf } from '../../questions/signIn.ts';
import { describeSignIn } from '../../signIn/describeSignIn.ts';
import { signOut } from '../../signIn/signOut.ts';
import type { BotDeps } from '../deps.ts';
import { readerOf } from '../readerOf.ts';

/**
 * Signs a place's user out, on every instance, and says so; `undefined` where nobody signs in.
 *
 * @throws AppError `sign-in-unavailable`: what instances have in memory has ended, the token service may still have it
 */
export async function endSignIn(place: Place, deps: BotDeps): Promise<string | undefined> {
  const { signIn, signIns, clock } = deps;
  const { texts } = readerOf(place, deps);
  if (signIn === undefined) return undefined;
  if (!(await isTheirs(place, deps))) return signedOutText(false, texts);
  const { hasToken } = await describeSignIn(place, signIn).catch(() => ({ hasToken: true }));
  await signOut(place, { service: signIn.service, signIns, clock });
  return signedOutText(hasToken, texts);
}

/** A page can claim to be anyone, and must not sign others out. */
async function isTheirs(place: Place, { signIns }: BotDeps): Promise<boolean> {
  if (vouchesFor(place)) return true;
  const { seenIn = {} } = (await signIns.get(signInIdOf(place)))?.value ?? {};
  return Object.keys(seenIn).length === 0 || conversationKeyOf(place) in seenIn;
}
