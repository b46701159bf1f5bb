import { AppError, codeOf, detailOf, type ErrorCode } from '../../common/errors.ts';
import type { QuestionDeps } from '../deps.ts';
import { meetToSignIn } from '../ownChat/meetAsker.ts';
import type { Change, HeldQuestion } from '../ownership/lease.ts';
import { giveUpPlaces } from '../pace/startTime.ts';
import { channelOf, isReadByOthers, type Place } from '../place.ts';
import type { SignInReason } from '../ports.ts';
import { hasToken, signInIdOf, signInWaitMs } from '../signIn.ts';
import { endWaiting } from '../signIns/endWaiting.ts';
import { keepForSignIn } from '../signIns/keepForSignIn.ts';
import { closeStream } from '../steps/closeStream.ts';
import { fail, now, retryLater, type Step } from '../steps/step.ts';
import { replaceQuestion } from './cancelQuestions.ts';

/** How long a sign-in must last to begin a question: Genie can take ten minutes. In a page, another one costs a click. */
const leastLifeMs = { teams: 12 * 60_000, inPage: 2 * 60_000 };

/** Right after a sign-in, nothing longer is to be had. */
const leastFreshLifeMs = 60_000;

/** From one look at a question that waits to the next, at most: a sign-in wakes it at once. */
const lookAgainMs = 60_000;

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
  const until = since + signInWaitMs;
  await held.save({
    state: 'signing-in',
    signIn: { since, until, times, ...(hadToken && { hadToken }) },
    // Until the card is shown, watchdogs look as usual.
    startAt: undefined,
    inLine: undefined,
    parked: undefined,
  });
  await closeStream(held, deps);
  return { next: 'later', at: await showSignIn(held, code, deps) };
}

/** `signing-in`: looks whether its asker has signed in meanwhile. They may have done so anywhere. */
export async function awaitSignIn(held: HeldQuestion, deps: QuestionDeps): Promise<Step> {
  const { clock } = deps;
  const { place, signIn } = held.question;
  const { since = 0, until = 0 } = signIn ?? {};
  const waiting = (await deps.signIns.get(signInIdOf(place)))?.value.waiting;
  const isOurs = waiting?.questionId === held.question.id;
  if (waiting?.questionId !== undefined && !isOurs && waiting.since > since) {
    // The owner of the newer one was killed before it could say so.
    await replaceQuestion(held.question.id, deps);
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
      return fail(held, new AppError('sign-in-late', 'The asker didn’t sign in in time'), deps);
    }
    // Its owner was killed before it could show the card, or the card could not be shown.
    if (signIn?.cardId === undefined && needsSignIn(code)) {
      return { next: 'later', at: await showSignIn(held, code, deps) };
    }
    return { next: 'later', at: await lookAt(held, until, deps) };
  }
  // The card has served: what becomes of the question is told elsewhere.
  const { cardId: _served, ...signedIn } = signIn ?? { since, until, times: 0 };
  await held.save({ state: 'received', startAt: undefined, signIn: signedIn });
  // Signed in elsewhere, or its owner was killed: six digits are a question once more.
  if (isOurs) await endWaiting(place, ({ questionId }) => questionId === held.question.id, deps);
  return now;
}

/**
 * Shows the asker how to sign in, where only they see it. Best effort: the next look shows it if this doesn't.
 *
 * @returns when that is (ms since 1970)
 */
async function showSignIn(
  held: HeldQuestion,
  code: SignInReason['code'],
  deps: QuestionDeps,
): Promise<number> {
  const { id: questionId, place, signIn } = held.question;
  if (signIn === undefined) throw new AppError('internal', `Question ${questionId} has no sign-in`);
  const { since, until, hadToken } = signIn;
  try {
    if (isReadByOthers(place)) await held.save(await meetToSignIn(held.question, deps));
    const { answerTo } = held.question;
    const waiting = { questionId, since, until, ...(hadToken && { hadToken }) };
    const replacedId = await keepForSignIn(answerTo ?? place, waiting, deps);
    const replaced = replacedId !== undefined && (await replaceQuestion(replacedId, deps));
    if (!isReadByOthers(place) || answerTo !== undefined) {
      const cardId = await deps.courier.askToSignIn(held.question, { code, replaced });
      deps.log.info('question.signInShown', { questionId, code });
      return lookAt(held, until, deps, { signIn: { ...signIn, cardId } });
    }
  } catch (error) {
    held.signal.throwIfAborted();
    if (codeOf(error) === 'storage') throw error;
    deps.log.warn('question.signInNotShown', { questionId, code: codeOf(error), error });
  }
  return lookAt(held, until, deps);
}

/** Says when the next look is, to watchdogs as well: the message of a sign-in can meet a lease that a kill left behind. */
async function lookAt(
  held: HeldQuestion,
  until: number,
  { clock }: Pick<QuestionDeps, 'clock'>,
  change: Change = {},
): Promise<number> {
  const startAt = Math.min(until, clock.now() + lookAgainMs);
  await held.save({ ...change, startAt });
  return startAt;
}
