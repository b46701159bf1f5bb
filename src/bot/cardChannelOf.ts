import type { CardChannel } from '../cards/outgoingMessage.ts';
import type { Place } from '../questions/question.ts';

/** Which dialect of Adaptive Cards a place shows. */
export function cardChannelOf({ channelId }: Place): CardChannel {
  return channelId === 'msteams' ? 'teams' : 'webchat';
}
