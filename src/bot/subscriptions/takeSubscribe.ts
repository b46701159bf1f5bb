import { maxQuestionLength } from '../../questions/life/acceptQuestion.ts';
import type { Place } from '../../questions/place.ts';
import { parseSubscribe } from '../../schedule/parseSubscribe.ts';
import type { BotDeps } from '../deps.ts';
import { whyNotHere } from '../messages/whyNotHere.ts';
import { isTooLong } from '../people/tooLong.ts';
import { readerOf } from '../readerOf.ts';
import { actOnce } from '../sending/actOnce.ts';
import { refuse, subscribe } from './subscribe.ts';

/** Far longer than what says when. */
const longestStart = 500;

/**
 * Subscribes who types `subscribe every weekday at 9:00: revenue by region`, or says why that can't be.
 *
 * @returns whether it was about that; otherwise it might be a question
 */
export async function takeSubscribe(text: string, place: Place, deps: BotDeps): Promise<boolean> {
  const wish = parseSubscribe(isTooLong(text) ? text.slice(0, longestStart) : text);
  if (wish === undefined) return false;
  await actOnce(place, deps, { action: 'subscribe' }, async () => {
    const refused = whyNotHere(place, deps);
    if (refused) return refuse(refused, place, deps);
    if (wish.is === 'bad') {
      const { why, given } = wish;
      return refuse(why === 'no-question' ? { why } : { why, given }, place, deps);
    }
    if (isTooLong(text)) return refuse({ why: 'too-long', limit: maxQuestionLength }, place, deps);
    const { is: _, timeZone = readerOf(place, deps).timeZone, ...wanted } = wish;
    await subscribe({ ...wanted, timeZone }, place, deps);
  });
  return true;
}
