import type { Activity, Entity } from 'botbuilder';

/**
 * What the person wrote: without the mention of the bot, which Teams puts into the text in channels and group chats.
 * Mentions of others stay, as their names.
 */
export function readText(activity: Partial<Activity>): string {
  const withoutMentions = (activity.entities ?? []).reduce((text, entity: Entity) => {
    if (entity.type !== 'mention' || typeof entity['text'] !== 'string' || !entity['text']) {
      return text;
    }
    const mentioned = entity['mentioned'] as { id?: string; name?: string } | undefined;
    const isBot = mentioned?.id !== undefined && mentioned.id === activity.recipient?.id;
    return text.replaceAll(entity['text'], isBot ? ' ' : (mentioned?.name ?? ' '));
  }, activity.text ?? '');
  return withoutMentions.replaceAll(/&nbsp;|\u00a0/g, ' ').trim();
}
