import { type Place, readingOf } from '../place.ts';
import { conversationKeyOf, type SignIn, type WaitingRuns } from '../signIn.ts';
import { changeSignIn, type SignInDeps } from './changeSignIn.ts';
import { contestedUntil } from './withWaiting.ts';

/** A card that nobody has answered for so long is shown once more: it may be far up by now. */
const remindMs = 7 * 24 * 3_600_000;

type WaitingRun = Pick<WaitingRuns, 'since' | 'until' | 'hadToken'> & { questionId: string };

/**
 * Notes that what a subscription asks waits for a place's user to sign in.
 *
 * @param place where they would see the card
 * @param notShownBy what should have shown the card, and didn't: this one does
 * @returns the question that is to show it, as one card asks for all of a person's subscriptions, and whether anything is
 * new
 */
export async function keepRunForSignIn(
  place: Place,
  waiting: WaitingRun,
  deps: SignInDeps,
  notShownBy?: string,
): Promise<{ shownBy: string; isNew: boolean }> {
  const { questionId } = waiting;
  const { before, after } = await changeSignIn(place, deps, (signIn) => {
    const { waitingRuns } = signIn;
    const isKept = waitingRuns?.questionIds.includes(questionId);
    const hasCard = waitingRuns !== undefined && isShown(waitingRuns, notShownBy, deps);
    if (isKept && hasCard) return signIn;
    return {
      ...signIn,
      waitingRuns: hasCard
        ? withRun(waitingRuns, waiting)
        : newCard(signIn, place, waiting, deps.clock.now()),
    };
  });
  const { shownBy = questionId } = after.waitingRuns ?? {};
  return { shownBy, isNew: before !== after };
}

function isShown(
  { shownBy, since }: WaitingRuns,
  notShownBy: string | undefined,
  { clock }: SignInDeps,
): boolean {
  return shownBy !== notShownBy && clock.now() < since + remindMs;
}

function withRun(waitingRuns: WaitingRuns, { questionId, until }: WaitingRun): WaitingRuns {
  return {
    ...waitingRuns,
    questionIds: [...waitingRuns.questionIds, questionId],
    until: Math.max(waitingRuns.until, until),
  };
}

function newCard(
  signIn: SignIn,
  place: Place,
  { questionId, ...waiting }: WaitingRun,
  now: number,
): WaitingRuns {
  const questionIds = signIn.waitingRuns?.questionIds ?? [];
  return {
    ...waiting,
    questionIds: [...new Set([...questionIds, questionId])],
    shownBy: questionId,
    conversation: conversationKeyOf(place),
    ...(place.locale && { reading: readingOf(place) }),
    ...contestedUntil(signIn, place, now),
  };
}
