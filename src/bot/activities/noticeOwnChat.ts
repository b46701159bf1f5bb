import { forgetOwnChat, rememberOwnChat } from '../../questions/ownChat/rememberOwnChat.ts';
import { isOwnChat, type Place } from '../../questions/place.ts';
import type { Activity } from '../activityShape.ts';
import type { BotDeps } from '../deps.ts';

/** Activities that show that a chat is open: its person wrote, clicked, or added the bot. */
const signs: ReadonlySet<string> = new Set(['message', 'invoke', 'installationUpdate']);

/**
 * Remembers where a person's own chat is, as answers to what they ask elsewhere go there, and forgets it when they
 * remove the bot. Best effort: without it, the chat is opened when it's needed.
 */
export async function noticeOwnChat(
  { type, action }: Activity,
  place: Place,
  deps: BotDeps,
): Promise<void> {
  // In `open`, too, people sign in there.
  const isNeeded = deps.channelAnswers === 'private' || deps.signIn !== undefined;
  if (!isNeeded || !isOwnChat(place) || !signs.has(type)) return;
  const isGone = type === 'installationUpdate' && action !== undefined && /^remove/.test(action);
  try {
    await (isGone ? forgetOwnChat(place, deps) : rememberOwnChat(place, deps));
  } catch (error) {
    deps.log.warn('chat.notNoticed', { type, error });
  }
}
