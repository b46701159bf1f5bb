import type { Refusal } from '../../cards/subscriptions/refusalCard.ts';
import type { QuestionSettings } from '../../questions/deps.ts';
import type { Place } from '../../questions/place.ts';
import { isStranger } from '../place.ts';

/** Why nobody can subscribe in a place; `undefined`: they can. */
export function whyNotHere(
  place: Place,
  { settings }: { settings: Pick<QuestionSettings, 'subscriptions'> },
): Refusal | undefined {
  if (settings.subscriptions === undefined) return { why: 'off' };
  return isStranger(place) ? { why: 'not-signed-in' } : undefined;
}
