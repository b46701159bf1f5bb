import { ask } from './ask.ts';
import type { QuestionDeps } from './deps.ts';
import { newNonce, questionIdOf, sessionIdOf } from './ids.ts';
import { holdLease, leased, watchdogMs } from './lease.ts';
import type { Place, Question } from './question.ts';
import { queueNext } from './queueNext.ts';
import { showWait } from './showWait.ts';
import { isTooBusy } from './startTime.ts';
import type { Step } from './steps.ts';

/**
 * How long the channel's request may wait for Genie to take the question. Teams gives up after 10 to 15 s; giving up
 * earlier would leave it open whether Genie has the question.
 */
const handOverMs = 8_000;

export interface IncomingQuestion {
  place: Place;
  /** The channel's id of the activity: the same when it delivers it again. */
  activityId: string;
  text: string;
  /** For the audit in Databricks; never shown back. */
  askerEmail?: string;
}

export type Acceptance = 'accepted' | 'known' | 'too-busy';

/**
 * Takes a question in and hands it to Genie if that is possible at once; the queue carries it on. After this nothing
 * can lose it: the watchdog is in the queue before the question is written, so whoever is killed is replaced.
 */
export async function acceptQuestion(
  incoming: IncomingQuestion,
  deps: QuestionDeps,
): Promise<Acceptance> {
  const { questions, queue, courier, clock, log, owner } = deps;
  const question = newQuestion(incoming, deps);
  const [tooBusy] = await Promise.all([
    isTooBusy(deps),
    queue.send({ kind: 'watch', questionId: question.id }, watchdogMs),
  ]);
  if (tooBusy) return 'too-busy';
  const inserted = await questions.insert(leased(question, owner, clock.now()));
  if (inserted === undefined) return 'known';
  log.info('question.accepted', { questionId: question.id, channel: incoming.place.channelId });

  const showing = courier
    .showProgress(question, { status: 'SUBMITTED', elapsedMs: 0 })
    .catch((error: unknown) => {
      log.warn('progress.notShown', { questionId: question.id, error });
      return undefined;
    });
  const step = await holdLease(inserted, deps, async (held): Promise<Step> => {
    const patience = AbortSignal.any([held.signal, AbortSignal.timeout(handOverMs)]);
    const result = await ask(held, deps, patience);
    const progressActivityId = await showing;
    if (progressActivityId) await held.save({ progressActivityId });
    await showWait(held, deps);
    return result;
  });
  await queueNext(question.id, step, deps);
  return 'accepted';
}

function newQuestion(
  { place, activityId, text, askerEmail }: IncomingQuestion,
  { clock, settings }: Pick<QuestionDeps, 'clock' | 'settings'>,
): Question {
  const now = clock.now();
  const prefix = settings.prependUserEmail && askerEmail ? `[${askerEmail}] ` : '';
  return {
    id: questionIdOf(place, activityId),
    sessionId: sessionIdOf(place),
    state: 'received',
    text,
    content: prefix + text,
    place,
    nonce: newNonce(),
    generation: 0,
    attempts: 0,
    deliveryAttempts: 0,
    acceptedAt: now,
    expiresAt: now + settings.keepQuestionsMs,
  };
}
