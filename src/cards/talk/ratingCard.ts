import type { Rating } from '../../genie/types.ts';
import type { Texts } from '../../texts/texts.ts';
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
  const { channel, texts, answerKey, question, rating = 'NONE' } = view;
  const words = ratingWords(view);
  const body = [
    richText(words),
    ...(question ? [noteText(clipLine(question, 120))] : []),
    ...(rating === 'NEGATIVE' && !view.hasComment ? commentElements(answerKey, texts) : []),
    buttonRow(channel, ratingActions(answerKey, texts, rating)),
  ];
  return createMessage(channel, body, words);
}

function ratingWords({ texts, rating, hasComment, sendsRatings }: RatingView): string {
  const words = texts.lastAnswer.rating;
  if (rating === undefined) return words.ask;
  if (rating === 'NONE') return words.removed;
  if (sendsRatings) return hasComment ? words.sentWithComment : words.sent;
  return hasComment ? words.savedWithComment : words.saved;
}

function commentElements(answer: string, { lastAnswer }: Texts): CardElement[] {
  const { commentHint, sendComment } = lastAnswer.rating;
  return [
    {
      type: 'Input.Text',
      id: 'comment',
      isMultiline: true,
      maxLength: maxCommentLength,
      placeholder: commentHint,
    },
    {
      type: 'ActionSet',
      actions: [submitButton(sendComment, { action: 'comment', answer })],
    },
  ];
}
