import type { Answer } from '../../answers/answer.ts';
import type { Clock } from '../../common/clock.ts';
import { AppError, codeOf } from '../../common/errors.ts';
import { backoffMs, type RetryPolicy } from '../../common/retry.ts';
import type { QuestionDeps } from '../deps.ts';
import { giveUpPlaces } from '../pace/startTime.ts';
import { type BeforeSending, CourierError, type CourierErrorKind } from '../ports.ts';
import { idsOf, type Question, type Sending } from '../question.ts';
import type { Seen } from './awaitGenie.ts';
import { endingAt, reportEnd } from './ending.ts';
import type { Change, HeldQuestion } from './lease.ts';
import { listen } from './listen.ts';
import { passTurn } from './passTurn.ts';
import { recallFailure } from './recallFailure.ts';
import { showWhileLoading } from './showWhileLoading.ts';
import { fail, now, type Step, waitOut } from './steps.ts';

/** For about a quarter of an hour. */
const patient = { retries: 20, initialBackoffMs: 1_000, maxBackoffMs: 60_000, multiplier: 2 };

/** For some four minutes: even “the admin disabled this bot” has been seen to pass. */
const sceptical = { retries: 4, initialBackoffMs: 5_000, maxBackoffMs: 120_000, multiplier: 4 };

/** How often and for how long an outcome that the channel did not accept is sent again, by why it did not. */
const policies: Readonly<Record<CourierErrorKind, RetryPolicy>> = {
  later: patient,
  // An update, which can be repeated.
  unsure: patient,
  refused: sceptical,
  unfit: { ...sceptical, retries: 3 },
  'too-large': { ...sceptical, retries: 0 },
};

/** A notice that may have arrived: being told twice that something went wrong is better than never. */
const unsureNotice = { ...patient, retries: 2 };

const markForMs = 4 * 60_000;
const markAgainMs = 250;

/** `answered`: reads the rows and delivers the answer. The rows are never stored: Genie keeps them. */
export async function deliver(held: HeldQuestion, deps: QuestionDeps, seen: Seen): Promise<Step> {
  const { courier } = deps;
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
    answer = await showWhileLoading(begun ?? readAnswer(held, deps, seen), held, deps, seen);
  } catch (error) {
    held.signal.throwIfAborted();
    return waitOut(held, error, deps);
  }
  const rows = answer.tables.reduce((sum, { totalRows }) => sum + totalRows, 0);
  const send = (beforeSending: BeforeSending) =>
    courier.deliverAnswer(held.question, answer, beforeSending);
  return bring(held, deps, seen, { state: 'delivered', rows }, send);
}

async function readAnswer(held: HeldQuestion, deps: QuestionDeps, seen: Seen): Promise<Answer> {
  const { genie } = deps;
  const { question, signal } = held;
  const getMessage = () => genie.getMessage(idsOf(question), signal);
  const message = seen.message ?? (await listen(held, deps, getMessage));
  return genie.readAnswer(message, signal, (texts) => {
    seen.texts = texts;
  });
}

/** `failing`: tells the asker why there is no answer. One that only took too long may still arrive. */
export async function tellFailure(
  held: HeldQuestion,
  deps: QuestionDeps,
  seen: Seen = {},
): Promise<Step> {
  const { failure, messageId } = held.question;
  const mayStillCome = failure?.code === 'genie-timeout' && messageId !== undefined;
  const state = mayStillCome ? 'overdue' : 'failed';
  const said = await recallFailure(held, deps, seen.message);
  const send = (beforeSending: BeforeSending) =>
    deps.courier.deliverFailure(held.question, said, beforeSending);
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
  const mayBeThere = held.question.sending === 'update';
  let answerActivityId: string;
  try {
    answerActivityId = await send((sending) => mark(held, { sending }, clock));
  } catch (error) {
    if (!(error instanceof CourierError)) throw error;
    return afterRefusal(held, deps, outcome, { error, mayBeThere });
  }
  await Promise.all([
    end(held, deps, { ...outcome, answerActivityId }),
    courier.endProgress(held.question, answerActivityId),
  ]);
  return outcome.state === 'overdue' ? now : { next: 'end' };
}

interface Refusal {
  error: CourierError;
  /** Whether an earlier update, of which nobody knows what became, may show the outcome. */
  mayBeThere: boolean;
}

/** The channel did not accept the outcome, or did not say whether it did. */
async function afterRefusal(
  held: HeldQuestion,
  deps: QuestionDeps,
  outcome: Outcome,
  refusal: Refusal,
): Promise<Step> {
  const { clock, log } = deps;
  const { error } = refusal;
  const { kind } = error;
  const { id: questionId, sending, refusals = {}, ...question } = held.question;
  const deliveryAttempts = question.deliveryAttempts + 1;
  log.warn('question.notDelivered', { questionId, deliveryAttempts, kind, error });
  const count = (refusals[kind] ?? 0) + 1;
  const policy = policyAfter(refusal, outcome, sending);
  if (policy && count <= policy.retries) {
    const startAt = clock.now() + Math.max(error.retryAfterMs ?? 0, backoffMs(policy, count));
    const isOpen = kind === 'unsure' || (refusal.mayBeThere && kind === 'later');
    await held.save({
      deliveryAttempts,
      refusals: { ...refusals, [kind]: count },
      startAt,
      // An unconfirmed update may have arrived: then only another update can follow.
      sending: sending === 'update' && isOpen ? sending : undefined,
    });
    return { next: 'later', at: startAt };
  }
  if (outcome.state === 'delivered') {
    const isUpdated = refusal.mayBeThere || (kind === 'unsure' && sending === 'update');
    await held.save({ deliveryAttempts, ...(isUpdated && withoutProgress(held.question)) });
    const code = isUpdated || kind === 'unsure' ? 'delivery-unsure' : 'undeliverable';
    return fail(held, new AppError(code, error.message, { cause: error }), deps);
  }
  if (outcome.state === 'overdue' && kind !== 'refused') {
    // The answer may still arrive, whether or not its asker knows that it is late.
    await end(held, deps, outcome);
    return now;
  }
  const { errorId } = question.failure ?? {};
  log.error('question.untold', { questionId, errorId, kind, error });
  await end(held, deps, { state: 'failed' });
  return { next: 'end' };
}

/** The progress message may show the answer by now: nothing that follows can take its place. */
function withoutProgress({ progressActivityId, copyActivityIds = [] }: Question): Change {
  if (progressActivityId === undefined) return {};
  return {
    progressActivityId: undefined,
    copyActivityIds: [...copyActivityIds, progressActivityId],
  };
}

/** How the outcome is sent again; `undefined` if that might show an answer twice. */
function policyAfter(
  { error: { kind }, mayBeThere }: Refusal,
  { state }: Outcome,
  sending: Sending | undefined,
): RetryPolicy | undefined {
  const isAnswer = state === 'delivered';
  if (kind === 'unsure' && sending !== 'update') return isAnswer ? undefined : unsureNotice;
  // No update gets through, and a new message might be a second one.
  const isStuck = mayBeThere && kind !== 'unsure' && kind !== 'later';
  return isAnswer && isStuck ? undefined : policies[kind];
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
