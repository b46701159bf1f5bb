import type { ErrorCode } from '../../common/errors.ts';
import type { QuestionDeps } from '../deps.ts';
import { sessionIdOf } from '../ids.ts';
import { listAskedElsewhere } from '../ownChat/listAskedElsewhere.ts';
import { passTurn } from '../ownership/passTurn.ts';
import { everyUnvouched, listWaiting } from '../pace/budget.ts';
import { giveUpPlaces } from '../pace/startTime.ts';
import type { Place } from '../place.ts';
import { endStates, type Question, type QuestionState } from '../question.ts';
import { cancelInGenie } from '../steps/cancelInGenie.ts';
import { reportEnd } from '../steps/ending.ts';
import { endRow } from '../steps/endRow.ts';
import { showCancelled } from '../steps/showCancelled.ts';

/** Every later step writes the row before the asker sees anything: that tells the owner that it is over. */
const cancellable: ReadonlySet<QuestionState> = new Set([
  'received',
  'signing-in',
  'asking',
  'asked',
  'overdue',
]);

/** How many questions are ended at the same time: an admin, and the channel, wait for the last. */
const atOnce = 20;

export interface Cancellation {
  cancelled: Question[];
  /** How many already had an outcome, which is being delivered. */
  tooLate: number;
}

/**
 * Stops waiting for everything the place's user has asked here, or is answered here. Genie's classic API can't cancel and keeps working,
 * and agent mode's stops at the next step, so the next question starts a new conversation. What a subscription asks goes on:
 * nobody waits for it, and pausing or ending that ends it.
 */
export async function cancelQuestions(place: Place, deps: QuestionDeps): Promise<Cancellation> {
  const [here, elsewhere] = await Promise.all([
    deps.questions.listOpen(sessionIdOf(place)),
    listAskedElsewhere(place, deps),
  ]);
  const open = [...here, ...elsewhere].filter(({ state, run }) => !endStates.has(state) && !run);
  // Newest first: ending the one that has the turn wakes the next in line.
  const ids = open.map(({ id }) => id).reverse();
  // Before the questions end: a crash in between must not leave a place that is nobody's.
  await giveUpPlaces(ids, deps);
  const cancelled: Question[] = [];
  for (const id of ids) {
    const question = await cancelOne(id, byAsker, deps);
    if (question) cancelled.push(question);
  }
  return { cancelled, tooLate: open.length - cancelled.length };
}

/**
 * Stops waiting for what was asked in a session that is being deleted. What Genie is just getting goes on until it has it:
 * otherwise nobody would know which conversation to delete.
 */
export async function cancelInSession(sessionId: string, deps: QuestionDeps): Promise<void> {
  const open = await deps.questions.listOpen(sessionId);
  const ids = open.map(({ id }) => id).reverse();
  if (ids.length === 0) return;
  await giveUpPlaces(ids, deps);
  for (const id of ids) await cancelOne(id, withItsSession, deps);
}

/**
 * Takes what a person has in the queue out of it: for an admin, when a person fills it. Questions that Genie already has
 * are still answered.
 *
 * @param person as `listWaiting` names them, or `everyUnvouched`
 * @returns how many questions that were
 */
export async function clearLine(person: string, deps: QuestionDeps): Promise<number> {
  const { budgets, settings, clock } = deps;
  const budget = await budgets.get(settings.workspace);
  const ids = listWaiting(budget?.value ?? { starts: [] }, clock.now())
    .filter((each) => each.person === person || (person === everyUnvouched && each.isUnvouched))
    .flatMap(({ questionIds }) => questionIds)
    .reverse();
  // All places at once, those of questions among them that a crash left behind.
  await giveUpPlaces(ids, deps);
  let count = 0;
  for (let from = 0; from < ids.length; from += atOnce) {
    const batch = ids.slice(from, from + atOnce);
    const ended = await Promise.all(batch.map((id) => cancelOne(id, cleared, deps)));
    count += ended.filter((question) => question !== undefined).length;
  }
  return count;
}

/** Ends a question that waits for a sign-in: a newer one of its asker takes its place. Returns whether it did wait. */
export async function replaceQuestion(id: string, deps: QuestionDeps): Promise<boolean> {
  return (await cancelOne(id, replaced, deps)) !== undefined;
}

/** How questions are cancelled. */
interface Cancelling {
  /** Those in other states are left alone. */
  states: ReadonlySet<QuestionState>;
  code: ErrorCode;
  /** Whether an answer that is kept for its time is given up. */
  takesKept?: boolean;
}

const byAsker: Cancelling = { states: cancellable, code: 'cancelled-by-asker' };
const withItsSession: Cancelling = {
  states: new Set([...cancellable].filter((state) => state !== 'asking')),
  code: 'cancelled-by-asker',
  takesKept: true,
};
const replaced: Cancelling = { states: new Set(['signing-in']), code: 'sign-in-replaced' };
const cleared: Cancelling = { states: new Set(['received']), code: 'cleared-by-admin' };

/** Ends a question and passes on what it had; `undefined` if it is left alone. */
async function cancelOne(
  id: string,
  { states, code, takesKept = false }: Cancelling,
  deps: QuestionDeps,
): Promise<Question | undefined> {
  const canEnd = (each: Question) => states.has(each.state) || (takesKept && isKept(each));
  const question = await endRow(id, { canEnd, code, also: unseen }, deps);
  if (question === undefined) return undefined;
  await passTurn(question, deps);
  reportEnd(question, deps.log);
  await Promise.all([showCancelled(question, deps), cancelInGenie(question, deps)]);
  return question;
}

/** An answer that nobody has seen, and that is written down before anyone does. */
function isKept({ state, run, sending }: Question): boolean {
  return state === 'answered' && run !== undefined && sending === undefined;
}

/** Nobody knows of what a subscription was asking, so nobody reads that it was cancelled. */
function unseen({ run }: Question): Pick<Question, 'run'> {
  return run ? { run: { ...run, silent: 'over' } } : {};
}
