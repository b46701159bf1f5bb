import type { Activity } from '../../local/chat/activity.ts';
import type { Connector } from './connectorDouble.ts';
import { messagesIn } from './shownTo.ts';

/** What a client reads of a card to sign in. */
export interface SignInCard {
  text: string;
  connectionName: string;
  buttons: { type: string; title: string; value: string }[];
  tokenExchangeResource?: { id: string; uri: string };
  tokenPostResource?: { sasUrl: string };
}

/** The cards to sign in that a conversation shows, in order. */
export function signInCardsIn(connector: Connector, conversationId: string): SignInCard[] {
  return messagesIn(connector, conversationId).flatMap(cardsOf);
}

function cardsOf({ attachments = [] }: Activity): SignInCard[] {
  return attachments
    .filter(({ contentType }) => contentType === 'application/vnd.microsoft.card.oauth')
    .map(({ content }) => content as SignInCard);
}
