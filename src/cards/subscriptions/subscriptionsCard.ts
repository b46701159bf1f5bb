import type { Subscription } from '../../questions/subscription.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { buttonRow } from '../parts/buttonRow.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText, richText } from '../parts/richText.ts';
import { submitButton } from '../parts/submitButton.ts';
import { fittingRows } from '../tools/fittingRows.ts';
import { subscriptionActions } from './subscriptionActions.ts';
import { subscriptionFacts } from './subscriptionFacts.ts';

/** More would make the card too long to read. */
const atOnce = 8;

export interface SubscriptionsView extends Reader {
  /** The person's own in this place, oldest first. */
  subscriptions: readonly Subscription[];
  /** The index of the first one to show. */
  from?: number;
  /** How many they have in other places. */
  elsewhere: number;
}

/** A person's subscriptions in a place, each with what can be done with it. */
export function subscriptionsCard(view: SubscriptionsView): OutgoingMessage {
  const { channel, texts, subscriptions, elsewhere } = view;
  const { list: words, example, tryThis } = texts.subscriptions;
  const others = elsewhere > 0 ? [noteText(words.elsewhere({ number: elsewhere }))] : [];
  if (subscriptions.length === 0) {
    return createMessage(
      channel,
      [richText(words.none), richText(example, { fontType: 'Monospace' }), ...others],
      `${words.none} ${tryThis}`,
    );
  }
  // Fewer might be left than there were when the button was shown.
  const from = view.from && view.from < subscriptions.length ? view.from : 0;
  const shown = subscriptions.slice(from, from + atOnce);
  const next = from + shown.length;
  const hidden = subscriptions.length - next;
  const body = [
    richText(words.title, { size: 'Medium', weight: 'Bolder' }),
    ...shown.flatMap((subscription) => subscriptionElements(subscription, view)),
    ...(hidden > 0
      ? [
          noteText(words.hidden({ number: hidden })),
          buttonRow(channel, [
            submitButton(texts.answer.more, { action: 'subscriptions', from: next }),
          ]),
        ]
      : []),
    ...others,
  ];
  return createMessage(channel, body, words.title, [shown.map(({ text }) => text).join(' ')]);
}

function subscriptionElements(subscription: Subscription, view: SubscriptionsView): CardElement[] {
  const { id, text, paused } = subscription;
  const isPaused = paused !== undefined;
  return [
    richText(clipLine(text, 120), { weight: 'Bolder' }, { spacing: 'Medium', separator: true }),
    ...subscriptionFacts(subscription, view).map(noteText),
    ...fittingRows(view.channel, subscriptionActions({ id, question: text, isPaused }, view)),
  ];
}
