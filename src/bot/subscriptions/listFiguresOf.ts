import { type ListedFigure, listFigures } from '../../answers/figures/listFigures.ts';
import type { FigureChoice } from '../../cards/subscriptions/formElements.ts';
import { codeOf } from '../../common/errors.ts';
import type { Place } from '../../questions/place.ts';
import type { Question } from '../../questions/question.ts';
import type { BotDeps } from '../deps.ts';
import { readAgain } from '../messages/readAgain.ts';
import { readerOf } from '../readerOf.ts';

/** More would make a choice too long to look through, and the card too large. */
const most = 40;

/** The figures of an answer that a condition can be about. None if it can't be read now: the rest goes without. */
export async function listFiguresOf(
  question: Question,
  place: Place,
  deps: BotDeps,
): Promise<ListedFigure[]> {
  try {
    const { locale, timeZone } = readerOf(place, deps);
    return listFigures(await readAgain(question, deps), { most, locale, timeZone });
  } catch (error) {
    deps.log.warn('figures.unread', { questionId: question.id, code: codeOf(error), error });
    return [];
  }
}

/** How a form offers a figure. */
export function toChoice({ key, name, label }: ListedFigure): FigureChoice {
  return { key, ...name, ...(label !== undefined && { label }) };
}
