import type { QuestionDeps } from '../deps.ts';
import { wake } from '../ownership/watchdog.ts';
import type { Place } from '../place.ts';
import { vouchesFor } from '../place.ts';
import { conversationKeyOf, type SignIn, type WaitingForSignIn } from '../signIn.ts';
import { changeSignIn, type SignInDeps } from './changeSignIn.ts';
import { endWaiting } from './endWaiting.ts';
import { endWaitingRuns, prepareToWakeRuns } from './endWaitingRuns.ts';

/** A person can have a chat open in several windows; who signed in in older ones does so again. */
const mostConversations = 20;

/**
 * A place's user has signed in: what waited for that goes on. Safe to repeat: the question is woken before the row
 * forgets it, and a question that is woken twice is asked once.
 *
 * @param person as whom: `key` as `Identities.identify` names them, and when their token was issued, if it says (ms since
 * 1970)
 * @param codeActivityId the message whose code completed it
 * @returns whether something had waited: of several who note the same sign-in, one is told so; what was typed, and what
 * subscriptions asked
 */
export async function noteSignedIn(
  place: Place,
  { key, issuedAt = 0 }: { key: string; issuedAt?: number | undefined },
  deps: SignInDeps & Pick<QuestionDeps, 'queue'>,
  codeActivityId?: string,
): Promise<{ waited: boolean; questionId?: string; runIds?: string[] }> {
  await prepareToWakeRuns(place, deps);
  const { after } = await changeSignIn(place, deps, (signIn) => ({
    ...withSeen(signIn, place, key),
    generation: signIn.generation + 1,
    issuedAt: Math.max(signIn.issuedAt ?? 0, issuedAt),
    ...(codeActivityId && { codeActivityId }),
  }));
  const { waiting, waitingRuns } = after;
  const runs = waitingRuns && { runIds: waitingRuns.questionIds };
  const runsWaited = await endWaitingRuns(place, waitingRuns, deps);
  if (waiting === undefined) return { waited: runsWaited, ...runs };
  const { questionId } = waiting;
  if (questionId !== undefined) await wake(questionId, deps.queue);
  // Two instances can keep two questions in one millisecond.
  const isSame = (other: WaitingForSignIn) =>
    other.since === waiting.since && other.questionId === questionId;
  const waited = await endWaiting(place, isSame, deps);
  return { waited: waited || runsWaited, ...(questionId && { questionId }), ...runs };
}

/** The row with the conversation in which the person was seen to sign in, where that counts. */
export function withSeen(signIn: SignIn, place: Place, person: string): SignIn {
  if (vouchesFor(place)) return signIn;
  const key = conversationKeyOf(place);
  const { [key]: _older, ...others } = signIn.seenIn ?? {};
  const kept = Object.entries(others).slice(1 - mostConversations);
  return { ...signIn, seenIn: { ...Object.fromEntries(kept), [key]: person } };
}
