import type { Activity } from '../activityShape.ts';
import { withoutQuote } from './withoutQuote.ts';

/**
 * What the person typed: without the mention of the bot, which Teams puts into the text in channels and group chats, and
 * without the message that it replies to. Mentions of others stay, as their names.
 */
export function readText(activity: Partial<Activity>): string {
  const text = (activity.entities ?? []).reduce(
    (rest, entity) => replaceMention(rest, entity, activity.recipient?.id),
    withoutQuote(withSpaces(activity.text ?? ''), activity),
  );
  return text.trim();
}

type Entity = NonNullable<Activity['entities']>[number];

function replaceMention(text: string, entity: Entity, botId: string | undefined): string {
  const written = entity['text'];
  if (entity['type'] !== 'mention' || typeof written !== 'string' || written === '') return text;
  const { id, name } = (entity['mentioned'] ?? {}) as { id?: string; name?: string };
  if (id === undefined || id !== botId) return text.replaceAll(withSpaces(written), name ?? ' ');
  // One space remains between the words around it, and none at the ends.
  return text
    .split(withSpaces(written))
    .map((part) => part.replace(/^[^\S\n]+|[^\S\n]+$/g, ''))
    .join(' ');
}

/** Next to a mention Teams writes a non-breaking space, or its HTML entity. */
function withSpaces(text: string): string {
  return text.replaceAll(/&nbsp;|\u00a0/g, ' ');
}
