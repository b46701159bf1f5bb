import type { CardSubmit } from '../../cards/parts/cardSubmit.ts';
import { findAnswered } from '../../questions/answered/findAnswer.ts';
import { sessionIdOf } from '../../questions/ids.ts';
import { type Place, readLike } from '../../questions/place.ts';
import type { Question } from '../../questions/question.ts';
import type { BotDeps } from '../deps.ts';
import { staysPrivate } from '../messages/staysPrivate.ts';
import { takeQuestion } from '../people/takeQuestion.ts';
import { readerOf } from '../readerOf.ts';
import { actOnce } from '../sending/actOnce.ts';
import { saySorry } from '../sending/saySorry.ts';
import { follow } from '../subscriptions/follow.ts';
import { showList } from '../subscriptions/listMessage.ts';
import { manage } from '../subscriptions/manage.ts';
import { subscribeTo } from '../subscriptions/subscribeTo.ts';
import type { AnswerSubmit } from './answerClick.ts';
import { askAgain } from './askAgain.ts';
import { decide } from './decide.ts';
import { rateFromCard } from './rateFromCard.ts';
import { shareAnswer } from './shareAnswer.ts';
import { shareExport } from './shareExport.ts';
import { showAnswer } from './showAnswer.ts';
import { submitClearLine } from './submitClearLine.ts';
import { submitDeleteAll } from './submitDeleteAll.ts';
import { submitHistory } from './submitHistory.ts';
import { submitSpace } from './submitSpace.ts';
import { turnPage } from './turnPage.ts';

/**
 * Does what a button of our cards asks for, once per click.
 *
 * @param clickedId the activity whose button was clicked
 */
export async function runClick(
  submit: CardSubmit,
  place: Place,
  deps: BotDeps,
  clickedId?: string,
): Promise<void> {
  const { action } = submit;
  // A question is known by its activity: it is asked once anyway.
  const run = action === 'ask' || action === 'follow' ? saySorry : actOnce;
  await run(place, deps, { action }, () => runSubmit(submit, place, deps, clickedId));
}

function runSubmit(
  submit: CardSubmit,
  place: Place,
  deps: BotDeps,
  clickedId: string | undefined,
): Promise<void> {
  switch (submit.action) {
    case 'continue':
    case 'delete':
      return submitHistory(submit, place, deps, clickedId);
    case 'delete-all':
      return submitDeleteAll(submit, place, deps);
    case 'space':
    case 'share-space':
      return submitSpace(submit, place, deps);
    case 'clear-line':
      return submitClearLine(submit, place, deps);
    case 'ask':
      return takeQuestion(submit.question, place, deps);
    case 'change-form':
    case 'change':
    case 'pause':
    case 'resume':
    case 'unsubscribe':
    case 'to-channel':
      return manage(submit, place, deps);
    case 'subscriptions':
      return showList(submit, place, deps);
    default:
      return onAnswer(submit, place, deps, clickedId);
  }
}

/** What shows nothing of the answer. */
const harmless: ReadonlySet<AnswerSubmit['action']> = new Set(['rate', 'comment']);

/** Looks up the answer that a click is about, and lets only its asker act on it. */
async function onAnswer(
  submit: AnswerSubmit,
  place: Place,
  deps: BotDeps,
  clickedId: string | undefined,
): Promise<void> {
  const reference = { answerKey: submit.answer, sessionId: sessionIdOf(place) };
  const question = await findAnswered(reference, deps.questions);
  const isHidden =
    question !== undefined && staysPrivate(question, place) && !harmless.has(submit.action);
  if (question !== undefined && !isHidden) {
    const click = { question, place: readLike(place, question.place), clickedId };
    return runAnswerSubmit(submit, click, deps);
  }
  // What is suggested to everyone who reads an answer is a question of their own, as if they had typed it.
  if (submit.action === 'follow') return takeQuestion(submit.question, place, deps);
  const { onlyInOwnChat, onlyTheAsker } = readerOf(place, deps).texts.lastAnswer;
  await deps.channel.post(place, { text: isHidden ? onlyInOwnChat : onlyTheAsker });
}

function runAnswerSubmit(
  submit: AnswerSubmit,
  click: { question: Question; place: Place; clickedId: string | undefined },
  deps: BotDeps,
): Promise<void> {
  switch (submit.action) {
    case 'rate':
    case 'comment':
      return rateFromCard({ ...click, submit }, deps);
    case 'show':
      return showAnswer({ ...click, submit }, deps);
    case 'export':
      return shareExport({ ...click, submit }, deps);
    case 'page':
      return turnPage({ ...click, submit }, deps);
    case 'again':
      return askAgain({ ...click, submit }, deps);
    case 'share':
      return shareAnswer({ ...click, submit }, deps);
    case 'decide':
      return decide({ ...click, submit }, deps);
    case 'follow':
      return follow({ ...click, submit }, deps);
    case 'subscribe-form':
    case 'subscribe':
      return subscribeTo({ ...click, submit }, deps);
  }
}
