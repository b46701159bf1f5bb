import type { Answer } from '../../answers/answer.ts';
import type { Clock } from '../../common/clock.ts';
import { AppError, codeOf } from '../../common/errors.ts';
import { backoffMs } from '../../common/retry.ts';
import type { Message } from '../../genie/types.ts';
import type { QuestionDeps } from '../deps.ts';
import { newErrorId } from '../ids.ts';
import { giveUpPlaces } from '../pace/startTime.ts';
import { type BeforeSending, CourierError } from '../ports.ts';
import { idsOf } from '../question.ts';
import type { Seen } from './awaitGenie.ts';
import { endingAt, reportEnd } from './ending.ts';
import type { Change, HeldQuestion } from './lease.ts';
import { listen } from './listen.ts';
import { passTurn } from './passTurn.ts';
import { fail, now, type Step, waitOut } from './steps.ts';

/** Tries for about a quarter of an hour before an answer counts as undeliverable. */
const deliveryPolicy = {
  retries: 20,
  initialBackoffMs: 1_000,
  maxBackoffMs: 60_000,
  multiplier: 2,
};

/** Tries for a notice that may have arrived. Being told twice that something went wrong is better than never. */
const mostUnsureTries = 3;

const markForMs = 4 * 60_000;
const markAgainMs = 250;

/** `answered`: reads the rows and delivers the answer. The rows are never stored: Genie keeps them. */
export async function deliver(held: HeldQuestion, deps: QuestionDeps, seen: Seen): Promise<Step> {
  const { genie, courier } = deps;
  if (held.question.sending === 'post') {
    // Sending it again might show it twice, and not sending it, never. So the asker is told, and can bring it up.
    return fail(
      held,
      new AppError('delivery-unsure', 'The owner crashed while it sent the answer'),
      deps,
    );
  }
  const begun = seen.answer;
  seen.answer = undefined;
  let answer: Answer;
  try {
    const read = () => begun ?? readAnswer(held, genie, seen.message);
    answer = await listen(held, deps, read, { isLong: true });
  } catch (error) {
    held.signal.throwIfAborted();
    return waitOut(held, error, deps);
  }
  const rows = answer.tables.reduce((sum, { totalRows }) => sum + totalRows, 0);
  const send = (beforeSending: BeforeSending) =>
    courier.deliverAnswer(held.question, answer, beforeSending);
  return bring(held, deps, seen, { state: 'delivered', rows }, send);
}

async function readAnswer(
  { question, signal }: HeldQuestion,
  genie: QuestionDeps['genie'],
  seen: Message | undefined,
): Promise<Answer> {
  const message = seen ?? (await genie.getMessage(idsOf(question), signal));
  return genie.readAnswer(message, signal);
}

/** `failing`: tells the asker why there is no answer. One that only took too long may still arrive. */
export function tellFailure(
  held: HeldQuestion,
  deps: QuestionDeps,
  seen: Seen = {},
): Promise<Step> {
  const { failure, messageId } = held.question;
  const mayStillCome = failure?.code === 'genie-timeout' && messageId !== undefined;
  const state = mayStillCome ? 'overdue' : 'failed';
  const send = (beforeSending: BeforeSending) =>
    deps.courier.deliverFailure(held.question, beforeSending);
  return bring(held, deps, seen, { state }, send);
}

interface Outcome {
  state: 'delivered' | 'failed' | 'overdue';
  rows?: number;
}

async function bring(
  held: HeldQuestion,
  deps: QuestionDeps,
  { progress }: Seen,
  outcome: Outcome,
  send: (beforeSending: BeforeSending) => Promise<string>,
): Promise<Step> {
  const { clock, courier } = deps;
  await progress?.settle();
  let answerActivityId: string;
  try {
    answerActivityId = await send((sending) => mark(held, { sending }, clock));
  } catch (error) {
    if (!(error instanceof CourierError)) throw error;
    return afterRefusal(held, deps, outcome, error);
  }
  await Promise.all([
    end(held, deps, { ...outcome, answerActivityId }),
    courier.endProgress(held.question, answerActivityId),
  ]);
  return outcome.state === 'overdue' ? now : { next: 'end' };
}

/** The channel did not accept the outcome, or did not say whether it did. */
async function afterRefusal(
  held: HeldQuestion,
  deps: QuestionDeps,
  outcome: Outcome,
  error: CourierError,
): Promise<Step> {
  const { clock, log } = deps;
  const { kind } = error;
  const { id: questionId, sending, deliveryAttempts: before } = held.question;
  const deliveryAttempts = before + 1;
  log.warn('question.notDelivered', { questionId, deliveryAttempts, kind, error });
  if (kind === 'unsure' && outcome.state === 'delivered') {
    await held.save({ deliveryAttempts });
    return fail(held, new AppError('delivery-unsure', error.message, { cause: error }), deps);
  }
  const tries = {
    later: deliveryPolicy.retries,
    unsure: mostUnsureTries,
    refused: 0,
    'too-large': 0,
  };
  if (deliveryAttempts <= tries[kind]) {
    const wait = Math.max(error.retryAfterMs ?? 0, backoffMs(deliveryPolicy, deliveryAttempts));
    const startAt = clock.now() + wait;
    // An unconfirmed update may have arrived: then only another update can follow.
    await held.save({
      deliveryAttempts,
      startAt,
      sending: sending === 'update' ? sending : undefined,
    });
    return { next: 'later', at: startAt };
  }
  if (outcome.state === 'overdue' && kind !== 'refused') {
    // The answer may still arrive, whether or not its asker knows that it is late.
    await end(held, deps, outcome);
    return now;
  }
  const { failure = { code: 'undeliverable', errorId: newErrorId() } } = held.question;
  await end(held, deps, { state: 'failed', failure });
  return { next: 'end' };
}

/** Ends a question's turn and, unless it is `overdue`, the question itself. */
export async function end(held: HeldQuestion, deps: QuestionDeps, change: Change): Promise<void> {
  const { clock, log } = deps;
  await mark(held, { ...change, ...endingAt(clock.now(), deps) }, clock);
  await passTurn(held.question, deps);
  const { id, inLine, parked, askingAt, askedAt, troubledSince } = held.question;
  const wasLost = troubledSince !== undefined && askingAt !== undefined && askedAt === undefined;
  if (inLine || parked || wasLost) await giveUpPlaces([id], deps);
  // It may still end with an answer.
  if (change.state === 'overdue') log.info('question.overdue', { questionId: held.question.id });
  else reportEnd(held.question, log);
}

/**
 * Records what is about to be sent or has been. No later owner could find that out, so if storage is in trouble we wait
 * for it.
 */
async function mark(held: HeldQuestion, change: Change, clock: Clock): Promise<void> {
  const giveUpAt = clock.now() + markForMs;
  for (;;) {
    try {
      return await held.save(change);
    } catch (error) {
      if (codeOf(error) !== 'storage' || clock.now() > giveUpAt) throw error;
      await clock.sleep(markAgainMs, held.signal);
    }
  }
}
