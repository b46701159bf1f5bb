import { ownerIdOf, questionIdOf, sessionIdOf } from '../../../../src/questions/ids.ts';
import { setWatchdogs } from '../../../../src/questions/ownership/watchdog.ts';
import type { Place } from '../../../../src/questions/place.ts';
import type { Question } from '../../../../src/questions/question.ts';
import type { Run, Subscription } from '../../../../src/questions/subscription.ts';
import { aPlace } from '../../../support/aPlace.ts';
import type { World } from './world.ts';

const dayMs = 24 * 3_600_000;
const schedule = { every: 'day', at: { hour: 9, minute: 0 } } as const;

interface Starting extends Partial<Pick<Run, 'condition' | 'before' | 'isTold'>> {
  place?: Place;
  text?: string;
  /** How long it is due after it begins. */
  dueInMs?: number;
  /** What else its row has. */
  also?: Partial<Question>;
}

/** Where subscriptions are made: it replies to nothing. */
export function aQuietPlace(overrides: Partial<Place> = {}): Place {
  const { activityId: _none, ...place } = aPlace(overrides);
  return place;
}

let count = 0;

/** Begins a run of a subscription of its own, as a look at that does, and returns the question's ID. */
export async function startRun(
  { storage, clock }: World,
  { place = aQuietPlace(), text, dueInMs = 0, also = {}, ...run }: Starting = {},
): Promise<string> {
  const now = clock.now();
  const dueAt = now + dueInMs;
  const digits = `${++count}`.padStart(32, '0');
  const subscription: Subscription = {
    id: `${ownerIdOf(place)}-${digits}`,
    place,
    text: text ?? `run ${count}`,
    schedule,
    timeZone: 'UTC',
    revision: 0,
    dueAt: dueAt + dayMs,
    look: 1,
    ...(run.condition && { condition: run.condition }),
    createdAt: now,
    expiresAt: now + 30 * dayMs,
  };
  const id = questionIdOf(place, `subscription:${subscription.id}:0:${dueAt}`);
  await storage.subscriptions.insert({ ...subscription, run: { questionId: id, dueAt } });
  await setWatchdogs(id, storage.queue);
  await storage.questions.insert({
    id,
    sessionId: sessionIdOf(place),
    state: 'received',
    text: subscription.text,
    content: subscription.text,
    place,
    nonce: 'f'.repeat(32),
    generation: 0,
    attempts: 0,
    deliveryAttempts: 0,
    acceptedAt: now,
    expiresAt: now + dayMs,
    run: { subscriptionId: subscription.id, revision: 0, dueAt, schedule, timeZone: 'UTC', ...run },
    ...also,
  });
  await storage.queue.send({ kind: 'go', questionId: id });
  return id;
}
