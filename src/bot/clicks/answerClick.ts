import type { CardSubmit } from '../../cards/parts/cardSubmit.ts';
import type { Place } from '../../questions/place.ts';
import type { Question } from '../../questions/question.ts';

/** A button that is about one answer. */
export type AnswerSubmit = Extract<
  CardSubmit,
  {
    action:
      | 'rate'
      | 'comment'
      | 'show'
      | 'export'
      | 'page'
      | 'again'
      | 'share'
      | 'decide'
      | 'follow'
      | 'subscribe-form'
      | 'subscribe';
  }
>;

/** The asker's click on such a button. Other people's clicks never reach a handler. */
export interface AnswerClick<A extends AnswerSubmit['action']> {
  submit: Extract<AnswerSubmit, { action: A }>;
  /** The question that the answer is for. */
  question: Question;
  place: Place;
  /** The activity whose button was clicked. */
  clickedId: string | undefined;
}
