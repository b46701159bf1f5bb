import { withTimeLimit } from '../timeLimit.ts';
import { ask } from './ask.ts';
import { askerLabel } from './askerLabel.ts';
import type { QuestionDeps } from './deps.ts';
import { newNonce, questionIdOf, sessionIdOf } from './ids.ts';
import { holdLease, leased } from './lease.ts';
import type { Versioned } from './ports.ts';
import type { Place, Question, Session } from './question.ts';
import { queueNext } from './queueNext.ts';
import { showCancelled } from './showCancelled.ts';
import { showWait } from './showWait.ts';
import { spendAllowance } from './spendAllowance.ts';
import { isTooBusy } from './startTime.ts';
import type { Step } from './steps.ts';
import { setWatchdogs } from './watchdog.ts';

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
  /** As it was just read. Its user is for the audit; what Databricks is told of them is never shown back. */
  session: Versioned<Session>;
}

export type Acceptance = 'accepted' | 'known' | 'too-busy' | 'too-long' | 'too-often';

/** In UTF-16 units. Longer than any question; what was pasted in by mistake costs Genie nothing. */
export const maxQuestionLength = 10_000;

/**
 * Takes a question in and hands it to Genie if that is possible at once; the queue carries it on. After this nothing
 * can lose it: the watchdogs are in the queue before the question is written, so whoever is killed is replaced.
 *
 * The channel waits meanwhile. Of 14 calls of storage ten wait for one another: the session; the allowance, read
 * and written; the question; the turn; the start time; `asking`, `asked` and the end of the lease; the queue.
 * `test/e2e/roundTrips.test.ts` counts them.
 */
export async function acceptQuestion(
  incoming: IncomingQuestion,
  deps: QuestionDeps,
): Promise<Acceptance> {
  const { questions, queue, courier, clock, log, owner } = deps;
  if (incoming.text.length > maxQuestionLength) return 'too-long';
  const question = newQuestion(incoming, deps);
  const [mayAsk, tooBusy] = await Promise.all([
    spendAllowance(incoming.place, question.id, deps),
    isTooBusy(deps),
    setWatchdogs(question.id, queue),
  ]);
  if (!mayAsk) return 'too-often';
  if (tooBusy) return 'too-busy';
  const inserted = await questions.insert(leased(question, owner, clock.now()));
  if (inserted === undefined) return 'known';
  const { place, activityId } = incoming;
  log.info('question.accepted', {
    questionId: question.id,
    activityId,
    channel: place.channelId,
  });
  log.debug('question.text', { questionId: question.id, text: question.text });

  const showing = courier
    .showProgress(question, { status: 'SUBMITTED', elapsedMs: 0 })
    .catch((error: unknown) => {
      log.warn('progress.notShown', { questionId: question.id, error });
      return undefined;
    });
  const step = await holdLease(inserted, deps, async (held): Promise<Step> => {
    const { session } = incoming;
    const result = await withTimeLimit(
      handOverMs,
      ({ signal }) => ask(held, deps, { signal, session }),
      held.signal,
    );
    const progressActivityId = await showing;
    const change = {
      acknowledgedAt: clock.now(),
      ...(progressActivityId && { progressActivityId }),
    };
    if (held.question.state === 'received') {
      await held.save(change);
      await showWait(held, deps);
    } else {
      await held.release(change);
    }
    return result;
  });
  if (step === undefined) await endProgress(question.id, await showing, deps);
  await queueNext(question.id, step, deps);
  return 'accepted';
}

/** Whoever cancelled the question while it was handed over did not know yet which message shows its progress. */
async function endProgress(
  questionId: string,
  progressActivityId: string | undefined,
  deps: QuestionDeps,
): Promise<void> {
  const current = (await deps.questions.get(questionId))?.value;
  if (current?.failure?.code !== 'cancelled-by-asker' || progressActivityId === undefined) return;
  await showCancelled({ ...current, progressActivityId }, deps);
}

function newQuestion(
  { place, activityId, text, session }: IncomingQuestion,
  { clock, settings }: Pick<QuestionDeps, 'clock' | 'settings'>,
): Question {
  const now = clock.now();
  const asker = session.value.user;
  const label = askerLabel(asker);
  return {
    id: questionIdOf(place, activityId),
    sessionId: sessionIdOf(place),
    state: 'received',
    text,
    content: label && settings.prependUserEmail ? `[${label}] ${text}` : text,
    ...(label && { asker: label }),
    askerKnownBy: asker.knownBy,
    place,
    nonce: newNonce(),
    generation: 0,
    attempts: 0,
    deliveryAttempts: 0,
    acceptedAt: now,
    expiresAt: now + settings.keepQuestionsMs,
  };
}
