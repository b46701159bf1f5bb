import type { CardSubmit } from '../../cards/parts/cardSubmit.ts';
import type { Place } from '../../questions/place.ts';
import type { BotDeps } from '../deps.ts';
import { takeQuestion } from '../people/takeQuestion.ts';
import { actOnce } from '../sending/actOnce.ts';
import { saySorry } from '../sending/saySorry.ts';
import { askAgain } from './askAgain.ts';
import { rateFromCard } from './rateFromCard.ts';
import { shareExport } from './shareExport.ts';
import { showAnswer } from './showAnswer.ts';
import { submitHistory } from './submitHistory.ts';
import { submitSpace } from './submitSpace.ts';
import { turnPage } from './turnPage.ts';

/**
 * Does what a button of our cards asks for, once for each click.
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
      return rateFromCard(submit, place, deps, clickedId);
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
