import type { Place } from '../questions/question.ts';
import { canUpdate } from './canUpdate.ts';

/**
 * Whether the message that a click names may be put in another's place, where the bot has kept no list of what it showed
 * whom. The person's client names it: in a group it could name somebody else's answer.
 */
export function canUpdateClicked(place: Place): boolean {
  return canUpdate(place) && place.conversation.conversationType === 'personal';
}
