import { channelOf, type Place } from '../../questions/place.ts';

/**
 * Whose session remembers that people were welcomed. Teams adds and removes the bot for everyone in a conversation, and
 * the one who did it last might be another person. In a page, each person opens the chat for themselves.
 */
export function welcomedIn(place: Place): Place {
  const { conversation } = place;
  return channelOf(place).hasSharedPlaces ? { ...place, user: { id: conversation.id } } : place;
}
