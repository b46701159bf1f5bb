import type { Rating } from '../../genie/types.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { buttonRow } from '../parts/buttonRow.ts';
import { type CardChannel, createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import { ratingActions } from '../parts/ratingActions.ts';
import { noteText, richText } from '../parts/richText.ts';
import { submitButton } from '../parts/submitButton.ts';

const maxCommentLength = 1000;

export interface RatingView {
  channel: CardChannel;
  /** Opaque; a click brings it back. */
  answerKey: string;
  /** Empty where it is not known any more. */
  question: string;
  /** What was given; absent before the first click, `NONE` where it was taken back. */
  rating?: Rating;
  /** Whether a comment came with it. */
  hasComment: boolean;
  /** Ratings are passed on to Genie. */
  sendsRatings: boolean;
}

/** What became of a rating, and the ways to change it: the other thumb, a comment, taking it back. */
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
  if (rating === undefined) return 'How good was this answer?';
  const kept = sendsRatings ? 'Genie has' : 'I have kept';
  if (rating === 'NONE')
    return sendsRatings ? 'Genie has your rating no more.' : 'Your rating is taken back.';
  if (hasComment) return `Thank you. ${kept} your rating and your comment.`;
  return `Thank you. ${kept} your rating.`;
}

function commentElements(answer: string): CardElement[] {
  return [
    {
      type: 'Input.Text',
      id: 'comment',
      isMultiline: true,
      maxLength: maxCommentLength,
      placeholder: 'What was wrong? (if you like)',
    },
    {
      type: 'ActionSet',
      actions: [submitButton('Send the comment', { action: 'comment', answer })],
    },
  ];
}
