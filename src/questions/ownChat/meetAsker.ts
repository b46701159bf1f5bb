import { withPatience } from '../../common/timeLimit.ts';
import type { QuestionDeps } from '../deps.ts';
import type { HeldQuestion } from '../ownership/lease.ts';
import { CourierError } from '../ports.ts';
import type { PlaceNote, Question } from '../question.ts';
import type { OwnChatDeps } from './changeOwnChat.ts';
import { openOwnChat } from './openOwnChat.ts';

type MeetDeps = OwnChatDeps & Pick<QuestionDeps, 'courier' | 'log'>;

/** What a question's row learns when its asker's own chat is opened, or can't be. */
export type Met = Partial<Pick<Question, 'answerTo' | 'closedSince' | 'note'>>;

/** How long people wait for a word. */
const patienceMs = 1_000;

/**
 * Opens the chat in which a private question is answered, and says where it was asked that the answer will be there.
 * Neither keeps the question from being asked: what failed is tried again by the next owner, and before the outcome is
 * sent.
 */
export async function meetAsker(question: Question, deps: MeetDeps): Promise<Met> {
  const { isPrivate, answerTo, note } = question;
  if (!isPrivate || (answerTo && note)) return {};
  const opening = answerTo ? Promise.resolve({}) : tryToOpen(question, deps);
  const isPrompt = await withPatience(patienceMs, deps.clock, opening);
  // What turns out to be wrong is replaced.
  const early = isPrompt ? {} : await tellPlace(question, 'private', deps);
  const opened: Met = await opening;
  const says = opened.closedSince === undefined ? 'private' : 'closed';
  const told = await tellPlace({ ...question, ...early }, says, deps);
  return { ...opened, ...early, ...told };
}

/** Opens the chat in which the asker signs in, and says so where they asked, if they have just done so. */
export async function meetToSignIn(question: Question, deps: MeetDeps): Promise<Met> {
  const { closedSince: _again, ...opened } = question.answerTo
    ? {}
    : await tryToOpen(question, deps);
  const isOpen = question.answerTo !== undefined || opened.answerTo !== undefined;
  const told = question.run
    ? {}
    : await tellPlace(question, isOpen ? 'sign-in' : 'sign-in-closed', deps);
  return { ...opened, ...told };
}

/** Says where a subscription was made that its owner has to open a chat in which they can sign in. Best effort. */
export async function tellToOpenChat(held: HeldQuestion, deps: MeetDeps): Promise<void> {
  await held.save(await tellPlace(held.question, 'sign-in-closed', deps));
}

/** The same for a new owner, if the last one didn't get as far. Best effort. */
export async function meetAgain(held: HeldQuestion, deps: MeetDeps): Promise<void> {
  const { id: questionId, closedSince, state, run } = held.question;
  // Who has to sign in first is told that. A run's asker is met when there is something to show.
  if (closedSince !== undefined || state === 'signing-in' || run) return;
  try {
    const met = await meetAsker(held.question, deps);
    if (Object.keys(met).length > 0) await held.save(met);
  } catch (error) {
    held.signal.throwIfAborted();
    deps.log.warn('asker.notMet', { questionId, error });
  }
}

async function tryToOpen(question: Question, deps: MeetDeps): Promise<Met> {
  try {
    return { answerTo: await openOwnChat(question, deps) };
  } catch (error) {
    if (!(error instanceof CourierError)) throw error;
    const { kind } = error;
    deps.log.warn('chat.notOpened', { questionId: question.id, kind, error });
    return kind === 'refused' ? { closedSince: deps.clock.now() } : {};
  }
}

/**
 * Says where a private question was asked where its answer will be, unless it has been said, or nobody has just asked it.
 * Best effort.
 */
export async function tellPlace(
  question: Question,
  says: PlaceNote,
  { courier, log }: Pick<QuestionDeps, 'courier' | 'log'>,
): Promise<Met> {
  if (question.note?.says === says || (question.run && says !== 'sign-in-closed')) return {};
  try {
    return { note: { says, activityId: await courier.showNote(question, says) } };
  } catch (error) {
    log.warn('note.notShown', { questionId: question.id, error });
    return {};
  }
}
