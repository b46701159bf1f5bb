import type { Subscription } from '../../questions/subscription.ts';
import type { Reader } from '../parts/reader.ts';
import { conditionWords } from './conditionWords.ts';
import { dueWords } from './dueWords.ts';
import { scheduleWords } from './scheduleWords.ts';

/** The small print of a subscription: how often it comes, when next, and on which condition. */
export function subscriptionFacts(
  { schedule, timeZone, condition, dueAt, paused }: Subscription,
  reader: Reader,
  { hasEnded = false } = {},
): string[] {
  const { isPaused, next } = reader.texts.subscriptions;
  const pause = paused ? isPaused : next({ due: dueWords(dueAt, timeZone, reader) });
  return [
    [scheduleWords(schedule, reader), ...(hasEnded ? [] : [pause])].join(' · '),
    ...(condition ? [conditionWords(condition, reader)] : []),
  ];
}
