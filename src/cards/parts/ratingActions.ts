import type { Rating } from '../../genie/types.ts';
import type { Texts } from '../../texts/texts.ts';
import type { SubmitAction } from './adaptiveCard.ts';
import { submitButton } from './submitButton.ts';

/** Thumbs up and down; the current rating is marked, and can be changed or removed. */
export function ratingActions(
  answer: string,
  { answer: { thumbs: words } }: Texts,
  given: Rating = 'NONE',
): SubmitAction[] {
  const button = (rating: Rating, title: string, tooltip: string) => {
    const data = { action: 'rate', answer, rating } as const;
    return rating === given && rating !== 'NONE'
      ? submitButton(words.given({ thumb: title }), data, { tooltip, style: 'positive' })
      : submitButton(title, data, { tooltip });
  };
  return [
    button('POSITIVE', words.up, words.upTip),
    button('NEGATIVE', words.down, words.downTip),
    ...(given === 'NONE' ? [] : [button('NONE', words.remove, words.removeTip)]),
  ];
}
