import type { Refusal } from '../../cards/subscriptions/refusalCard.ts';
import type { QuestionSettings } from '../../questions/deps.ts';
import { channelOf, type Place } from '../../questions/place.ts';

/** Why nobody can subscribe in a place; `undefined`: they can. */
export function whyNotHere(
  place: Place,
  { settings }: { settings: Pick<QuestionSettings, 'subscriptions'> },
): Refusal | undefined {
  if (settings.subscriptions === undefined) return { why: 'off' };
  // Nobody knows who reads what comes later.
  const isStranger = channelOf(place).isInPage && place.visitor === undefined;
  return isStranger ? { why: 'not-signed-in' } : undefined;
}
