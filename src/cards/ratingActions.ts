import type { Rating } from '../genie/types.ts';
import type { CardElement, SubmitAction } from './adaptiveCard.ts';
import { buttonRow } from './buttonRow.ts';
import type { CardChannel } from './outgoingMessage.ts';

type Thumb = Exclude<Rating, 'NONE'>;

const thumbs: Readonly<Record<Thumb, { title: string; tooltip: string }>> = {
  POSITIVE: { title: '👍 Helpful', tooltip: 'This answer helped' },
  NEGATIVE: { title: '👎 Not helpful', tooltip: 'This answer did not help' },
};

/** Thumbs up and down; the one that was given is marked, and may still be changed. */
export function ratingActions(
  channel: CardChannel,
  answerKey: string,
  given?: Rating,
): CardElement {
  const actions = [
    thumbAction('POSITIVE', answerKey, given),
    thumbAction('NEGATIVE', answerKey, given),
  ];
  return buttonRow(channel, actions, { separator: true });
}

function thumbAction(rating: Thumb, answer: string, given: Rating | undefined): SubmitAction {
  const { title, tooltip } = thumbs[rating];
  return {
    type: 'Action.Submit',
    title: rating === given ? `${title} ✓` : title,
    tooltip,
    ...(rating === given && { style: 'positive' }),
    data: { action: 'rate', answer, rating },
  };
}
