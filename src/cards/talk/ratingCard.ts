import type { Rating } from '../../genie/types.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { buttonRow } from '../parts/buttonRow.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import { ratingActions } from '../parts/ratingActions.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText, richText } from '../parts/richText.ts';
import { submitButton } from '../parts/submitButton.ts';

const maxCommentLength = 1000;

export interface RatingView extends Reader {
  /** Opaque; a click brings it back. */
  answerKey: string;
  /** Empty if it is no longer known. */
  question: string;
  /** The current rating; absent before the first click, `NONE` after it was removed. */
  rating?: Rating;
  /** Whether a comment came with it. */
  hasComment: boolean;
  /** Whether ratings are sent to Genie. */
  sendsRatings: boolean;
}

/** What happened to a rating, and the ways to change it: the other thumb, a comment, removing it. */
export function ratingCard(view: RatingView): OutgoingMessage {
  const { channel, answerKey, question, rating = 'NONE' } = view;
  const words = ratingWords(view);
  const body = [
    richText(words),
    ...(question ? [noteText(clipLine(question, 120))] : []),
    ...(rating === 'NEGATIVE' && !view.hasComment ? commentElements(answerKey) : []),
    buttonRow(channel, ratingActions(answerKey, rating)),
  ];
  return createMessage(channel, body, words);
}

function ratingWords({ rating, hasComment, sendsRatings }: RatingView): string {
  if (rating === undefined) return 'Was this answer helpful?';
  if (rating === 'NONE') return 'Your rating was removed.';
  const done = sendsRatings ? 'sent to Genie' : 'saved';
  return hasComment
    ? `Thank you. Your rating and comment were ${done}.`
    : `Thank you. Your rating was ${done}.`;
}

function commentElements(answer: string): CardElement[] {
  return [
    {
      type: 'Input.Text',
      id: 'comment',
      isMultiline: true,
      maxLength: maxCommentLength,
      placeholder: 'What was wrong? (optional)',
    },
    {
      type: 'ActionSet',
      actions: [submitButton('Send comment', { action: 'comment', answer })],
    },
  ];
}
