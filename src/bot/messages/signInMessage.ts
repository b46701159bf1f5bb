import type { OutgoingMessage } from '../../cards/parts/outgoingMessage.ts';
import { type SignInView, signInCard } from '../../cards/signIn/signInCard.ts';
import { channelOf, type Place } from '../../questions/place.ts';
import { type ReadingSettings, readerOf } from '../readerOf.ts';
import type { SigningIn } from '../signingIn.ts';

/**
 * The message with which a place's user signs in, for a place that only they see.
 *
 * @throws AppError `sign-in-unavailable`
 */
export async function signInMessage(
  place: Place,
  view: Pick<SignInView, 'question' | 'subscription' | 'replaced' | 'again'>,
  { service, connectionName }: SigningIn,
  settings: ReadingSettings,
): Promise<OutgoingMessage> {
  const link = await service.getSignInLink(place);
  const needsCode = channelOf(place).isInPage;
  return signInCard({ ...view, ...readerOf(place, settings), link, connectionName, needsCode });
}
