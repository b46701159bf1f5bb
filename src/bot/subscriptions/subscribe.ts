import { type Refusal, refusalCard } from '../../cards/subscriptions/refusalCard.ts';
import { maxQuestionLength } from '../../questions/life/acceptQuestion.ts';
import { isReadByOthers, type Place } from '../../questions/place.ts';
import { spaceToKeep } from '../../questions/sessions/spaceOf.ts';
import type { Subscription } from '../../questions/subscription.ts';
import { createSubscription } from '../../questions/subscriptions/createSubscription.ts';
import type { BotDeps } from '../deps.ts';
import { whyNotHere } from '../messages/whyNotHere.ts';
import { openRecognized } from '../people/recognizePerson.ts';
import { isTooLong } from '../people/tooLong.ts';
import { isSelfDeclared } from '../place.ts';
import { readerOf } from '../readerOf.ts';
import { subscriptionMessage } from './subscriptionMessage.ts';

/** What a person wants answered again and again. */
export type WantedSubscription = Pick<
  Subscription,
  'text' | 'schedule' | 'timeZone' | 'condition' | 'seen'
> & {
  /** Absent: the one that their next question would go to. */
  spaceId?: string | undefined;
};

/** Subscribes a place's user, and says when the first answer comes. A redelivery makes the same subscription. */
export async function subscribe(
  { spaceId, ...wish }: WantedSubscription,
  place: Place,
  deps: BotDeps,
): Promise<void> {
  const { channel, channelAnswers, requireEmail } = deps;
  const refused = whyNotHere(place, deps) ?? (isTooLong(wish.text) ? tooLong : undefined);
  if (refused) return refuse(refused, place, deps);
  const session = await openRecognized(place, deps);
  const { user } = session.value;
  if (requireEmail && isSelfDeclared(place) && !user.email) {
    await channel.post(place, { text: readerOf(place, deps).texts.people.askForEmail });
    return;
  }
  const space = spaceId ?? (await spaceToKeep(session.value, place, deps));
  const isPrivate = channelAnswers === 'private' && isReadByOthers(place);
  const made = await createSubscription(
    {
      ...wish,
      place,
      activityId: place.activityId ?? '',
      user,
      ...(space && { spaceId: space }),
      ...(isPrivate && { isPrivate }),
    },
    deps,
  );
  if (made.is === 'too-many') return refuse({ why: 'too-many', limit: made.most }, place, deps);
  await channel.post(place, await subscriptionMessage(made.subscription, made.is, place, deps));
}

const tooLong: Refusal = { why: 'too-long', limit: maxQuestionLength };

/** Says why something about a subscription can't be done. */
export async function refuse(refusal: Refusal, place: Place, deps: BotDeps): Promise<void> {
  await deps.channel.post(place, refusalCard(refusal, readerOf(place, deps)));
}
