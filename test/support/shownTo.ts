import type { Activity } from '../../local/chat/activity.ts';
import type { Connector } from './connectorDouble.ts';

/** What a person reads of an activity: its text and every text of its cards, a line each. */
export function readAloud(activity: Activity): string {
  const cards = (activity.attachments ?? []).map(({ content }) => content);
  return [activity.text, ...textsOf(cards)].filter((text) => text !== undefined).join('\n');
}

/** The messages of a conversation as they stand, without typing. */
export function messagesIn(connector: Connector, conversationId: string): Activity[] {
  return connector
    .activities(conversationId)
    .map(({ activity }) => activity)
    .filter(({ type }) => type === 'message');
}

/** The messages that carry an answer: only those can be asked again. */
export function answersIn(connector: Connector, conversationId: string): Activity[] {
  return messagesIn(connector, conversationId).filter(bringsAnswer);
}

/** Unlike a card that shows progress, an answer can be asked again. */
export function bringsAnswer(activity: Activity): boolean {
  return submitsOf(activity).some((data) => isObject(data) && data['action'] === 'again');
}

/** What the buttons of an activity's cards send back. */
export function submitsOf(activity: Activity): unknown[] {
  return elementsOf((activity.attachments ?? []).map(({ content }) => content))
    .filter(({ type }) => type === 'Action.Submit')
    .map(({ data }) => data);
}

/** Where the link buttons of an activity's cards lead. */
export function linksOf(activity: Activity): string[] {
  return elementsOf((activity.attachments ?? []).map(({ content }) => content))
    .filter(({ type }) => type === 'Action.OpenUrl')
    .map(({ url }) => String(url));
}

function textsOf(value: unknown): string[] {
  return elementsOf(value)
    .map(({ text, codeSnippet, title }) => text ?? codeSnippet ?? title)
    .filter((text) => typeof text === 'string');
}

function elementsOf(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(elementsOf);
  if (!isObject(value)) return [];
  return [value, ...Object.values(value).flatMap(elementsOf)];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
