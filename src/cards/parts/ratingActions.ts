import type { Rating } from '../../genie/types.ts';
import type { SubmitAction } from './adaptiveCard.ts';
import { submitButton } from './submitButton.ts';

const buttons: readonly { rating: Rating; title: string; tooltip: string }[] = [
  { rating: 'POSITIVE', title: '👍 Helpful', tooltip: 'This answer helped' },
  { rating: 'NEGATIVE', title: '👎 Not helpful', tooltip: 'This answer didn’t help' },
];

const takeBack = {
  rating: 'NONE',
  title: 'Remove rating',
  tooltip: 'Remove your rating',
} as const;

/** Thumbs up and down; the current rating is marked, and can be changed or removed. */
export function ratingActions(answer: string, given: Rating = 'NONE'): SubmitAction[] {
  return [...buttons, ...(given === 'NONE' ? [] : [takeBack])].map(({ rating, title, tooltip }) => {
    const data = { action: 'rate', answer, rating } as const;
    return rating === given
      ? submitButton(`${title} ✓`, data, { tooltip, style: 'positive' })
      : submitButton(title, data, { tooltip });
  });
}
