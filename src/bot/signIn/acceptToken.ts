import type { Place } from '../../questions/place.ts';
import { isLeased } from '../../questions/question.ts';
import { noteSignedIn } from '../../questions/signIns/noteSignedIn.ts';
import { readClaims } from '../../signIn/readClaims.ts';
import { type Person, readPerson } from '../../signIn/readPerson.ts';
import type { BotDeps } from '../deps.ts';

export interface SignedIn {
  person: Person;
  /** Something waited for it. Of several deliveries of one sign-in, one finds that. */
  waited: boolean;
  /** What becomes of the question that waited, if one did. */
  question?: 'asked' | 'too-late';
}

/**
 * Takes a token that has come for a place's user: from now on it counts, and the question that waited is asked. Another
 * person's token is given up.
 *
 * @param codeActivityId the message whose code completed it
 * @throws AppError `sign-in-mismatch`
 */
export async function acceptToken(
  token: string,
  place: Place,
  deps: BotDeps,
  codeActivityId?: string,
): Promise<SignedIn> {
  const { identities, log } = deps;
  let person: Person;
  try {
    person = readPerson(token, place);
  } catch (error) {
    log.warn('signIn.mismatch', { channel: place.channelId });
    await identities.reject(place);
    throw error;
  }
  const { key } = person;
  const { issuedAt } = readClaims(token);
  const noted = await noteSignedIn(place, { key, issuedAt }, deps, codeActivityId);
  const { waited, questionId, runIds = [] } = noted;
  log.info('signIn.done', { channel: place.channelId, questionId });
  const runs = await Promise.all(runIds.map((id) => becomesOf(id, deps)));
  const question =
    (questionId && (await becomesOf(questionId, deps))) ?? runs.find((each) => each === 'asked');
  return { person, waited, ...(question && { question }) };
}

/** What wakes a question is dropped while its owner is still showing the card: so it's repeated then. */
const wakeAgainMs = [1_000, 4_000];

/** Its asker might have cancelled it meanwhile. */
async function becomesOf(
  questionId: string,
  { questions, queue, clock }: BotDeps,
): Promise<SignedIn['question']> {
  const question = (await questions.get(questionId))?.value;
  if (question === undefined) return undefined;
  if (question.state === 'signing-in' && isLeased(question, clock.now())) {
    await Promise.all(wakeAgainMs.map((ms) => queue.send({ kind: 'go', questionId }, ms)));
  }
  if (question.failure?.code === 'sign-in-late') return 'too-late';
  return question.state === 'failed' ? undefined : 'asked';
}
