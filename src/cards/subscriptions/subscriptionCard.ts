import type { Subscription } from '../../questions/subscription.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText, richText } from '../parts/richText.ts';
import { submitButton } from '../parts/submitButton.ts';
import { fittingRows } from '../tools/fittingRows.ts';
import { subscriptionActions } from './subscriptionActions.ts';
import { subscriptionFacts } from './subscriptionFacts.ts';

/** What has happened to a subscription: by its owner's wish, or without it. */
export type SubscriptionSays =
  | 'created'
  | 'known'
  | 'changed'
  | 'paused'
  | 'resumed'
  | 'ended'
  | 'moved'
  | SubscriptionNews;

/** What the bot did of its own accord. */
export type SubscriptionNews = 'paused-access' | 'paused-gone' | 'ended-gone';

export interface SubscriptionView extends Reader {
  subscription: Subscription;
  says: SubscriptionSays;
  /** Where its answers go, if not to where this is read. */
  where?: 'private' | 'thread' | 'channel';
  /** It was made in a channel's thread, and this person can have it post in the channel. */
  canMove?: boolean;
}

/** Says what has become of a subscription, when it comes next, and what its owner can do with it. */
export function subscriptionCard(view: SubscriptionView): OutgoingMessage {
  const { channel, texts, subscription, says, where, canMove } = view;
  const { id, text, paused } = subscription;
  const words = texts.subscriptions;
  const title = words.says[says];
  const question = words.question({ question: clipLine(text, 300) });
  const hasEnded = says === 'ended' || says === 'ended-gone';
  const move = submitButton(words.buttons.toChannel, { action: 'to-channel', subscription: id });
  const actions = [
    ...subscriptionActions({ id, question: text, isPaused: paused !== undefined }, view),
    ...(canMove ? [move] : []),
  ];
  const body = [
    richText(title, { size: 'Medium', weight: 'Bolder' }),
    ...(isNews(says) ? [richText(words.why[says][isReadByOthers(view) ? 'others' : 'own'])] : []),
    richText(question),
    ...subscriptionFacts(subscription, view, { hasEnded }).map(noteText),
    ...(where && !hasEnded ? [noteText(words.where[where])] : []),
    ...(hasEnded ? [] : fittingRows(channel, actions)),
  ];
  return createMessage(channel, body, `${title}: ${question}`, [text]);
}

function isReadByOthers({ subscription: { place, isPrivate } }: SubscriptionView): boolean {
  const { conversationType = '' } = place.conversation;
  return !isPrivate && ['channel', 'groupChat'].includes(conversationType);
}

function isNews(says: SubscriptionSays): says is SubscriptionNews {
  return says === 'paused-access' || says === 'paused-gone' || says === 'ended-gone';
}
