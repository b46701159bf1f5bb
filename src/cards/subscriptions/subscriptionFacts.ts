import type { Subscription } from '../../questions/subscription.ts';
import type { Reader } from '../parts/reader.ts';
import { conditionWords } from './conditionWords.ts';
import { dueWords } from './dueWords.ts';
import { scheduleWords } from './scheduleWords.ts';

/** The small print of a subscription: how often it comes, on which condition, and when next. */
export function subscriptionFacts(
  { schedule, timeZone, condition, dueAt, paused }: Subscription,
  reader: Reader,
  { hasEnded = false } = {},
): string[] {
  const { isPaused, next } = reader.texts.subscriptions;
  const often = scheduleWords(schedule, reader);
  return [
    paused && !hasEnded ? `${often} · ${isPaused}` : often,
    ...(condition ? [conditionWords(condition, reader)] : []),
    ...(paused || hasEnded ? [] : [next({ due: dueWords(dueAt, timeZone, reader) })]),
  ];
}
