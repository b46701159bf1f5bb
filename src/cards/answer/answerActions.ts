import type { Rating } from '../../genie/types.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { buttonRow } from '../parts/buttonRow.ts';
import type { Origin } from '../parts/outgoingMessage.ts';
import { ratingActions } from '../parts/ratingActions.ts';
import type { Reader } from '../parts/reader.ts';
import { submitButton } from '../parts/submitButton.ts';

export interface AnswerActionsView extends Reader {
  /** Opaque; a click brings it back. */
  answerKey: string;
  /** Whether people can rate the answer. */
  feedback: boolean;
  rating?: Rating;
  /** Where the asker can share it. */
  askedIn?: Origin;
}

/**
 * What can be done with an answer: rate it, if the channel has no thumbs of its own, ask the same question again, and share a
 * private answer.
 */
export function answerActions({
  channel,
  answerKey,
  feedback,
  rating,
  askedIn,
}: AnswerActionsView): CardElement {
  const again = submitButton(
    '↻ Ask again',
    { action: 'again', answer: answerKey },
    { tooltip: 'Ask Genie the same question again' },
  );
  const thumbs = feedback && channel !== 'teams' ? ratingActions(answerKey, rating) : [];
  const share = askedIn
    ? [submitButton(`Share in the ${askedIn}`, { action: 'share', answer: answerKey })]
    : [];
  return buttonRow(channel, [...thumbs, again, ...share], { separator: true });
}
