import { AppError, codeOf, detailOf, type ErrorCode } from '../../common/errors.ts';
import { nextDue } from '../../schedule/nextDue.ts';
import type { QuestionDeps } from '../deps.ts';
import type { HeldQuestion } from '../ownership/lease.ts';
import { giveUpPlaces } from '../pace/startTime.ts';
import { channelOf, type Place } from '../place.ts';
import type { SignInReason } from '../ports.ts';
import type { Question } from '../question.ts';
import { hasToken, signInIdOf, signInWaitMs } from '../signIn.ts';
import { endWaiting } from '../signIns/endWaiting.ts';
import { endWaitingRuns } from '../signIns/endWaitingRuns.ts';
import { stopWaitingRun } from '../signIns/stopWaitingRun.ts';
import { closeStream } from '../steps/closeStream.ts';
import { fail, now, retryLater, type Step } from '../steps/step.ts';
import { replaceQuestion } from './cancelQuestions.ts';
import { lookAgain, showSignIn } from './showSignIn.ts';

/** How long a sign-in must last to begin a question: Genie can take ten minutes. In a page, another one costs a click. */
const leastLifeMs = { teams: 12 * 60_000, inPage: 2 * 60_000 };

/** Right after a sign-in, nothing longer is to be had. */
const leastFreshLifeMs = 60_000;

/** How long what a subscription asks waits at most, and when it stops before the next is begun. */
const longestWaitMs = 23 * 3_600_000;
const beforeNextMs = 20 * 60_000;

/** More sign-ins than this don't help: Databricks accepts none of them. */
const mostSignIns = 2;

/** As whom Genie is asked, or what to do because nobody knows. */
type Identified = { askedAs: string | undefined } | { step: Step };

/** Finds out as whom Genie is asked. If the asker has to sign in first, the question waits for that. */
export async function identifyAsker(held: HeldQuestion, deps: QuestionDeps): Promise<Identified> {
  try {
    return { askedAs: await deps.identities.identify(held.question.place, leastLifeOf(held)) };
  } catch (error) {
    held.signal.throwIfAborted();
    const code = codeOf(error);
    if (code === 'storage') throw error;
    if (needsSignIn(code)) {
      return { step: await waitForSignIn(held, code, deps, detailOf(error) === hasToken) };
    }
    return { step: await retryLater(held, error, deps, held.question.attempts + 1) };
  }
}

function leastLifeOf({ question: { place, signIn } }: HeldQuestion): number {
  return signIn === undefined ? usualLifeOf(place) : leastFreshLifeMs;
}

function usualLifeOf(place: Place): number {
  return channelOf(place).isInPage ? leastLifeMs.inPage : leastLifeMs.teams;
}

function needsSignIn(code: ErrorCode): code is SignInReason['code'] {
  return code === 'sign-in-required' || code === 'sign-in-mismatch';
}

/** Databricks refused the asker's token, and has certainly not acted on the question: they sign in again. */
export async function signInAgain(held: HeldQuestion, deps: QuestionDeps): Promise<Step> {
  await deps.identities.reject(held.question.place);
  return waitForSignIn(held, 'sign-in-required', deps);
}

/** Puts a question aside until its asker has signed in, and shows them how. */
async function waitForSignIn(
  held: HeldQuestion,
  code: SignInReason['code'],
  deps: QuestionDeps,
  hadToken = false,
): Promise<Step> {
  const { clock } = deps;
  const { signIn } = held.question;
  const times = (signIn?.times ?? 0) + 1;
  if (times > mostSignIns) return fail(held, new AppError(code, 'No sign-in was enough'), deps);
  // Others need not wait for one who might not come back.
  if (held.question.inLine) await giveUpPlaces([held.question.id], deps);
  const since = clock.now();
  const until = waitsUntil(held.question, since);
  await held.save({
    state: 'signing-in',
    signIn: { since, until, times, ...(hadToken && { hadToken }) },
    // Until the card is shown, watchdogs look as usual.
    startAt: undefined,
    inLine: undefined,
    parked: undefined,
  });
  await closeStream(held, deps);
  return showSignIn(held, code, deps);
}

/** The answer that a subscription would get after its next due time is another one. */
function waitsUntil({ run }: Question, since: number): number {
  if (run === undefined) return since + signInWaitMs;
  const next = nextDue(run.schedule, run.timeZone, Math.max(run.dueAt, since));
  return Math.max(since + signInWaitMs, Math.min(since + longestWaitMs, next - beforeNextMs));
}

/** `signing-in`: looks whether its asker has signed in meanwhile. They may have done so anywhere. */
export async function awaitSignIn(held: HeldQuestion, deps: QuestionDeps): Promise<Step> {
  const { clock } = deps;
  const { id, place, signIn, run } = held.question;
  const { since = 0, until = 0 } = signIn ?? {};
  const { waiting, waitingRuns } = (await deps.signIns.get(signInIdOf(place)))?.value ?? {};
  const isOurs = run ? waitingRuns?.questionIds.includes(id) : waiting?.questionId === id;
  if (!run && waiting?.questionId !== undefined && !isOurs && waiting.since > since) {
    // The owner of the newer one was killed before it could say so.
    await replaceQuestion(id, deps);
    return { next: 'end' };
  }
  // As long as nobody has signed in since the card, the token is the one that didn't last long enough.
  const leastMs = isOurs ? usualLifeOf(place) : leastFreshLifeMs;
  try {
    await deps.identities.identify(place, leastMs);
  } catch (error) {
    held.signal.throwIfAborted();
    const code = codeOf(error);
    if (code === 'storage') throw error;
    if (!needsSignIn(code) && code !== 'sign-in-unavailable') return fail(held, error, deps);
    if (clock.now() >= until) {
      if (run) await stopWaitingRun(held.question, deps);
      return fail(held, new AppError('sign-in-late', 'The asker didn’t sign in in time'), deps);
    }
    // Its owner was killed before it could show the card, or the card could not be shown.
    if (signIn?.cardId === undefined && needsSignIn(code)) {
      return showSignIn(held, code, deps);
    }
    return lookAgain(held, deps);
  }
  // The card has served: what becomes of the question is told elsewhere.
  const { cardId: _served, ...signedIn } = signIn ?? { since, until, times: 0 };
  await held.save({ state: 'received', startAt: undefined, signIn: signedIn });
  // Signed in elsewhere, or its owner was killed: six digits are a question once more.
  if (isOurs && run) await endWaitingRuns(place, waitingRuns, deps, id);
  else if (isOurs) await endWaiting(place, ({ questionId }) => questionId === id, deps);
  return now;
}
