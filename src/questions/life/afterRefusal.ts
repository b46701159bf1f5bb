import { AppError } from '../../common/errors.ts';
import { backoffMs, type RetryPolicy } from '../../common/retry.ts';
import type { QuestionDeps } from '../deps.ts';
import type { Change, HeldQuestion } from '../ownership/lease.ts';
import type { CourierError, CourierErrorKind } from '../ports.ts';
import { mayBePosted, mayRepeat, type Question } from '../question.ts';
import { endQuestion } from '../steps/endQuestion.ts';
import { fail, now, type Step } from '../steps/step.ts';
import { openStreamOf } from '../stream.ts';

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

export interface Outcome {
  state: 'delivered' | 'failed' | 'overdue';
  rows?: number;
}

interface Refusal {
  error: CourierError;
  /** Whether an earlier update, of which nobody knows what became, may show the outcome. */
  mayBeThere: boolean;
}

/** The channel did not accept the outcome, or did not say whether it did. */
export async function afterRefusal(
  held: HeldQuestion,
  deps: QuestionDeps,
  outcome: Outcome,
  refusal: Refusal,
): Promise<Step> {
  const { clock, log } = deps;
  const { error } = refusal;
  const { kind } = error;
  const { id: questionId, refusals = {}, ...question } = held.question;
  const isRepeatable = mayRepeat(question);
  const deliveryAttempts = question.deliveryAttempts + 1;
  log.warn('question.notDelivered', { questionId, deliveryAttempts, kind, error });
  const count = (refusals[kind] ?? 0) + 1;
  const policy = policyAfter(refusal, outcome, isRepeatable);
  if (policy && count <= policy.retries) {
    const startAt = clock.now() + Math.max(error.retryAfterMs ?? 0, backoffMs(policy, count));
    const isOpen = kind === 'unsure' || (refusal.mayBeThere && kind === 'later');
    await held.save({
      deliveryAttempts,
      refusals: { ...refusals, [kind]: count },
      startAt,
      // What is unconfirmed may have arrived: then only what can be repeated can follow.
      sending: isRepeatable && isOpen ? question.sending : undefined,
      ...(kind === 'unsure' && leavingStream(held.question)),
    });
    return { next: 'later', at: startAt };
  }
  if (outcome.state === 'delivered') {
    const isUpdated = refusal.mayBeThere || (kind === 'unsure' && isRepeatable);
    const code = isUpdated || kind === 'unsure' ? 'delivery-unsure' : 'undeliverable';
    return fail(held, new AppError(code, error.message, { cause: error }), deps, {
      also: {
        deliveryAttempts,
        ...(isUpdated ? withoutProgress(held.question) : leavingStream(held.question)),
      },
    });
  }
  if (outcome.state === 'overdue' && kind !== 'refused') {
    // The answer may still arrive, whether or not its asker knows that it is late.
    await endQuestion(held, deps, outcome);
    return now;
  }
  const { errorId } = question.failure ?? {};
  log.error('question.untold', { questionId, errorId, kind, error });
  await endQuestion(held, deps, { state: 'failed' });
  return { next: 'end' };
}

/** The progress message may show the answer by now: nothing that follows can take its place. */
export function withoutProgress({ progressActivityId, copyActivityIds = [] }: Question): Change {
  if (progressActivityId === undefined) return {};
  return {
    progressActivityId: undefined,
    stream: undefined,
    copyActivityIds: [...copyActivityIds, progressActivityId],
  };
}

/** A last packet that may have been the outcome, where a second one would be read as well: nothing follows in the stream. */
export function leavingStream(question: Question): Change {
  const stream = openStreamOf(question);
  const mayBeThere = question.sending === 'final' && mayBePosted(question);
  return stream && mayBeThere ? { stream: { ...stream, end: 'closing' } } : {};
}

/** How the outcome is sent again; `undefined` if that might show an answer twice. */
function policyAfter(
  { error: { kind }, mayBeThere }: Refusal,
  { state }: Outcome,
  isRepeatable: boolean,
): RetryPolicy | undefined {
  const isAnswer = state === 'delivered';
  if (kind === 'unsure' && !isRepeatable) return isAnswer ? undefined : unsureNotice;
  // No update gets through, and a new message might be a second one.
  const isStuck = mayBeThere && kind !== 'unsure' && kind !== 'later';
  return isAnswer && isStuck ? undefined : policies[kind];
}
