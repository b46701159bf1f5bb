import type { QuestionDeps } from '../deps.ts';
import { wake } from '../ownership/watchdog.ts';
import type { Place } from '../place.ts';
import { type SignIn, signInIdOf } from '../signIn.ts';
import { changeSignIn, type SignInDeps } from './changeSignIn.ts';

type WakeDeps = SignInDeps & Pick<QuestionDeps, 'queue'>;

/** Should its wake-up be lost with the instance, a question is woken this much later. */
const wakeAgainMs = 15_000;

/** Queues what wakes the runs that wait for a place's user, shortly after they have signed in: it's about to be written. */
export async function prepareToWakeRuns(
  place: Place,
  { signIns, queue }: Pick<WakeDeps, 'signIns' | 'queue'>,
): Promise<void> {
  const { waitingRuns } = (await signIns.get(signInIdOf(place)))?.value ?? {};
  const sendLater = (questionId: string) => queue.send({ kind: 'go', questionId }, wakeAgainMs);
  await Promise.all((waitingRuns?.questionIds ?? []).map(sendLater));
}

/**
 * A place's user has signed in: what their subscriptions ask goes on.
 *
 * @param waitingRuns as just read
 * @param ownId goes on by itself
 * @returns whether it was waited for: of several who note the same sign-in, one is told so
 */
export async function endWaitingRuns(
  place: Place,
  waitingRuns: SignIn['waitingRuns'],
  deps: WakeDeps,
  ownId?: string,
): Promise<boolean> {
  if (waitingRuns === undefined) return false;
  const { questionIds } = waitingRuns;
  const others = questionIds.filter((id) => id !== ownId);
  await Promise.all(others.map((id) => wake(id, deps.queue)));
  const { before, after } = await changeSignIn(place, deps, (signIn) =>
    withoutRuns(signIn, questionIds),
  );
  return before !== after;
}

/** What came meanwhile has not been woken, and looks for itself. */
function withoutRuns(signIn: SignIn, woken: readonly string[]): SignIn {
  const { waitingRuns, ...rest } = signIn;
  if (waitingRuns === undefined) return signIn;
  const questionIds = waitingRuns.questionIds.filter((id) => !woken.includes(id));
  if (questionIds.length === 0) return rest;
  return questionIds.length === waitingRuns.questionIds.length
    ? signIn
    : { ...rest, waitingRuns: { ...waitingRuns, questionIds } };
}
