import type { Subscription } from '../../questions/subscription.ts';
import { writeDue } from '../../schedule/writeDue.ts';
import { writeSchedule } from '../../schedule/writeSchedule.ts';
import type { Reader } from '../parts/reader.ts';
import { conditionWords } from './conditionWords.ts';

/** The small print of a subscription: how often it comes, on which condition, and when next. */
export function subscriptionFacts(
  { schedule, timeZone, condition, dueAt, paused }: Subscription,
  reader: Reader,
  { hasEnded = false } = {},
): string[] {
  const { isPaused, next } = reader.texts.subscriptions;
  const often = writeSchedule(schedule, reader);
  return [
    paused && !hasEnded ? `${often} · ${isPaused}` : often,
    ...(condition ? [conditionWords(condition, reader)] : []),
    ...(paused || hasEnded ? [] : [next({ due: writeDue(dueAt, timeZone, reader) })]),
  ];
}
