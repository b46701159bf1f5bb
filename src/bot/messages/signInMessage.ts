import type { OutgoingMessage } from '../../cards/parts/outgoingMessage.ts';
import { type SignInView, signInCard } from '../../cards/signIn/signInCard.ts';
import { channelOf, type Place } from '../../questions/place.ts';
import { cardChannelOf } from '../place.ts';
import type { SigningIn } from '../signingIn.ts';

/**
 * The message with which a place's user signs in, for a place that only they see.
 *
 * @throws AppError `sign-in-unavailable`
 */
export async function signInMessage(
  place: Place,
  view: Pick<SignInView, 'question' | 'replaced' | 'again'>,
  { service, connectionName }: SigningIn,
): Promise<OutgoingMessage> {
  const link = await service.getSignInLink(place);
  const needsCode = channelOf(place).isInPage;
  return signInCard({ ...view, channel: cardChannelOf(place), link, connectionName, needsCode });
}
