import { type Activity, longestText } from '../activityShape.ts';
import { replaceMentions } from './replaceMentions.ts';
import { withoutQuote } from './withoutQuote.ts';

/**
 * What the person typed: without the mention of the bot, which Teams puts into the text in channels and group chats, and
 * without the message that it replies to. Mentions of others stay, as their names.
 */
export function readText(
  activity: Partial<Pick<Activity, 'text' | 'entities' | 'attachments' | 'recipient'>>,
): string {
  const { text = '', entities = [], recipient } = activity;
  // It was cut off, so that the rest of it isn't the person's question, whatever is taken out.
  if (text.length >= longestText) return text;
  const replacements = new Map<string, string | undefined>();
  for (const { text: written, mentioned } of entities) {
    const isBot = mentioned.id !== undefined && mentioned.id === recipient?.id;
    const known = withSpaces(written);
    if (!replacements.has(known))
      replacements.set(known, isBot ? undefined : (mentioned.name ?? ' '));
  }
  return replaceMentions(withoutQuote(withSpaces(text), activity), replacements).trim();
}

/** Next to a mention Teams writes a non-breaking space, or its HTML entity. */
function withSpaces(text: string): string {
  return text.replaceAll(/&nbsp;|\u00a0/g, ' ');
}
