import { signedOutText } from '../../cards/signIn/signedOutText.ts';
import { channelOf, type Place } from '../../questions/place.ts';
import { conversationKeyOf, signInIdOf } from '../../questions/signIn.ts';
import { signOut } from '../../signIn/signOut.ts';
import type { BotDeps } from '../deps.ts';

/**
 * Signs a place's user out, on every instance, and says so; `undefined` where nobody signs in.
 *
 * @throws AppError `sign-in-unavailable`: what instances have in memory has ended, the token service may still have it
 */
export async function endSignIn(place: Place, deps: BotDeps): Promise<string | undefined> {
  const { signIn, signIns, clock } = deps;
  if (signIn === undefined) return undefined;
  const isSignedIn = await isTheirs(place, deps);
  if (isSignedIn) await signOut(place, { service: signIn.service, signIns, clock });
  return signedOutText(isSignedIn);
}

/** A page can claim to be anyone, and must not sign others out. */
async function isTheirs(place: Place, { signIns }: BotDeps): Promise<boolean> {
  if (channelOf(place).vouchesForPeople) return true;
  const seen = (await signIns.get(signInIdOf(place)))?.value.seenIn;
  return seen === undefined || conversationKeyOf(place) in seen;
}
