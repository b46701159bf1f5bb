import { AppError, codeOf } from '../../common/errors.ts';
import type { QuestionDeps } from '../deps.ts';
import { meetToSignIn } from '../ownChat/meetAsker.ts';
import type { Change, HeldQuestion } from '../ownership/lease.ts';
import { isReadByOthers } from '../place.ts';
import { CourierError, type SignInReason } from '../ports.ts';
import { endStates, type Question } from '../question.ts';
import { keepForSignIn } from '../signIns/keepForSignIn.ts';
import { keepRunForSignIn } from '../signIns/keepRunForSignIn.ts';
import { stopWaitingRun } from '../signIns/stopWaitingRun.ts';
import { fail, type Step } from '../steps/step.ts';
import { replaceQuestion } from './cancelQuestions.ts';

/** From one look at a question that waits to the next, at most: a sign-in wakes it at once. */
const lookAgainMs = 60_000;

/** The same for what a subscription asks, which can wait for a day. */
const lookAtRunAgainMs = 3 * 3_600_000;

/**
 * Shows the asker how to sign in, where only they see it. Best effort: the next look shows it if this doesn't.
 *
 * @returns that look
 */
export async function showSignIn(
  held: HeldQuestion,
  code: SignInReason['code'],
  deps: QuestionDeps,
): Promise<Step> {
  const { id: questionId, place, run } = held.question;
  try {
    if (isReadByOthers(place)) await held.save(await meetToSignIn(held.question, deps));
    const { answerTo } = held.question;
    const { showsCard, isNew, replaced } = await (run ? keepRun : keepQuestion)(held, deps);
    if (showsCard && (!isReadByOthers(place) || answerTo !== undefined)) {
      const cardId = await deps.courier.askToSignIn(held.question, { code, replaced });
      deps.log.info('question.signInShown', { questionId, code });
      return lookAgain(held, deps, {
        isNew,
        also: { signIn: { ...signInOf(held.question), cardId } },
      });
    }
    return lookAgain(held, deps, { isNew });
  } catch (error) {
    held.signal.throwIfAborted();
    if (codeOf(error) === 'storage') throw error;
    deps.log.warn('question.signInNotShown', { questionId, code: codeOf(error), error });
    if (run && isRefused(error)) return giveUpRun(held, error, deps);
  }
  return lookAgain(held, deps);
}

interface Kept {
  showsCard: boolean;
  /** It was noted just now: it hasn't been woken by a sign-in that came right before. */
  isNew: boolean;
  replaced: boolean;
}

/** What was asked before, and waits for the same, gives way. */
async function keepQuestion({ question }: HeldQuestion, deps: QuestionDeps): Promise<Kept> {
  const replacedId = await keepForSignIn(
    question.answerTo ?? question.place,
    waitOf(question),
    deps,
  );
  const replaced = replacedId !== undefined && (await replaceQuestion(replacedId, deps));
  return { showsCard: true, isNew: true, replaced };
}

/** No card is shown before it's due, nor if there is one for all subscriptions of its owner. */
async function keepRun({ question }: HeldQuestion, deps: QuestionDeps): Promise<Kept> {
  const { id, place, answerTo, run } = question;
  const keep = (notShownBy?: string) =>
    keepRunForSignIn(answerTo ?? place, waitOf(question), deps, notShownBy);
  const isDue = deps.clock.now() >= (run?.dueAt ?? 0);
  let kept = await keep();
  if (isDue && kept.shownBy !== id && (await hasFailedToShow(kept.shownBy, deps))) {
    kept = await keep(kept.shownBy);
  }
  return { showsCard: isDue && kept.shownBy === id, isNew: kept.isNew, replaced: false };
}

async function hasFailedToShow(id: string, { questions }: QuestionDeps): Promise<boolean> {
  const other = (await questions.get(id))?.value;
  return other !== undefined && endStates.has(other.state) && other.signIn?.cardId === undefined;
}

function waitOf(question: Question) {
  const { since, until, hadToken } = signInOf(question);
  return { questionId: question.id, since, until, ...(hadToken && { hadToken }) };
}

function signInOf({ id, signIn }: Question): NonNullable<Question['signIn']> {
  if (signIn === undefined) throw new AppError('internal', `Question ${id} has no sign-in`);
  return signIn;
}

function isRefused(error: unknown): error is CourierError {
  return error instanceof CourierError && error.kind === 'refused';
}

/** Its owner can't be asked to sign in, and nobody is there who waits for it. */
async function giveUpRun(
  held: HeldQuestion,
  cause: CourierError,
  deps: QuestionDeps,
): Promise<Step> {
  await stopWaitingRun(held.question, deps);
  return fail(held, new AppError('undeliverable', cause.message, { cause }), deps);
}

/**
 * Says when the next look is, to watchdogs as well: the message of a sign-in can meet a lease that a kill left behind.
 *
 * @param isNew a sign-in right before might not have woken it
 * @param also what else changes
 */
export async function lookAgain(
  held: HeldQuestion,
  { clock }: Pick<QuestionDeps, 'clock'>,
  { isNew = false, also = {} }: { isNew?: boolean; also?: Change } = {},
): Promise<Step> {
  const { run } = held.question;
  const { until } = signInOf(held.question);
  const now = clock.now();
  const laterMs = run && !isNew ? lookAtRunAgainMs : lookAgainMs;
  const startAt = run && now < run.dueAt ? run.dueAt : Math.min(until, now + laterMs);
  await held.save({ ...also, startAt });
  return { next: 'later', at: startAt, ...(run && { isSure: true }) };
}
