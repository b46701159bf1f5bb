import type { CardSubmit } from '../cards/cardSubmit.ts';
import type { Place } from '../questions/question.ts';
import { actOnce } from './actOnce.ts';
import { askAgain } from './askAgain.ts';
import type { BotDeps } from './deps.ts';
import { saySorry } from './saySorry.ts';
import { shareExport } from './shareExport.ts';
import { showAnswer } from './showAnswer.ts';
import { submitHistory } from './submitHistory.ts';
import { submitRating } from './submitRating.ts';
import { submitSpace } from './submitSpace.ts';
import { takeQuestion } from './takeQuestion.ts';
import { turnPage } from './turnPage.ts';

/**
 * Does what a button of our cards asks for, once for each click.
 *
 * @param clickedId the activity whose button was clicked
 */
export async function submitCard(
  submit: CardSubmit,
  place: Place,
  deps: BotDeps,
  clickedId?: string,
): Promise<void> {
  const { action } = submit;
  // A question is taken once by itself.
  const run = action === 'ask' ? saySorry : actOnce;
  await run(place, deps, { action }, () => runSubmit(submit, place, deps, clickedId));
}

function runSubmit(
  submit: CardSubmit,
  place: Place,
  deps: BotDeps,
  clickedId: string | undefined,
): Promise<void> {
  switch (submit.action) {
    case 'rate':
    case 'comment':
      return submitRating(submit, place, deps, clickedId);
    case 'show':
      return showAnswer(submit.answer, place, deps);
    case 'export':
      return shareExport(submit, place, deps);
    case 'page':
      return turnPage(submit, place, deps, clickedId);
    case 'again':
      return askAgain(submit.answer, place, deps);
    case 'continue':
    case 'delete':
      return submitHistory(submit, place, deps, clickedId);
    case 'space':
    case 'share-space':
      return submitSpace(submit, place, deps);
    case 'ask':
      return takeQuestion(submit.question, place, deps);
  }
}
