import type { OutgoingMessage } from '../../cards/parts/outgoingMessage.ts';
import { type SignInView, signInCard } from '../../cards/talk/signInCard.ts';
import { channelOf, type Place } from '../../questions/place.ts';
import type { Channel } from '../ports.ts';
import type { SigningIn } from './signingIn.ts';

/** @throws AppError `sign-in-unavailable` */
export async function makeSignInCard(
  place: Place,
  view: Pick<SignInView, 'question' | 'replaced'>,
  { service, connectionName }: SigningIn,
): Promise<OutgoingMessage> {
  const link = await service.getSignInLink(place);
  const needsCode = channelOf(place).isInPage;
  return signInCard({ ...view, link, connectionName, needsCode });
}

/**
 * Posts the card with which a place's user signs in, and returns its ID. The place must be one that only they see.
 *
 * @throws AppError `sign-in-unavailable`, CourierError
 */
export async function askToSignIn(
  place: Place,
  view: Pick<SignInView, 'question' | 'replaced'>,
  signIn: SigningIn,
  channel: Channel,
): Promise<string> {
  return channel.post(place, await makeSignInCard(place, view, signIn));
}
