import type { CardSubmit } from '../../cards/parts/cardSubmit.ts';
import type { Place } from '../../questions/place.ts';
import type { Question } from '../../questions/question.ts';

/** A button that is about one answer. */
export type AnswerSubmit = Extract<
  CardSubmit,
  { action: 'rate' | 'comment' | 'show' | 'export' | 'page' | 'again' }
>;

/** A click on such a button by the asker; nobody else's gets this far. */
export interface AnswerClick<A extends AnswerSubmit['action']> {
  submit: Extract<AnswerSubmit, { action: A }>;
  /** The question that the answer is for. */
  question: Question;
  place: Place;
  /** The activity whose button was clicked. */
  clickedId: string | undefined;
}

/** What everyone else is told, and the asker once the answer is no longer kept. */
export const onlyTheAsker = 'Only the person who asked can do that, and only for a limited time.';
