import type { Activity } from '../../chat/activity.ts';

type Node = Record<string, unknown>;

/** Every object in the cards of a message, from the outside in. */
export function nodesOf({ attachments = [] }: Activity): Node[] {
  return attachments.flatMap(({ content }) => nodesIn(content));
}

function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesIn)];
}

/** What a button sends back, of the first one that fits; `undefined` where there is none. */
export function findButton(message: Activity, fits: Node): Node | undefined {
  return nodesOf(message)
    .filter(({ type }) => type === 'Action.Submit')
    .map(({ data }) => data)
    .find((data): data is Node => isLike(data, fits));
}

function isLike(data: unknown, fits: Node): boolean {
  if (typeof data !== 'object' || data === null) return false;
  return Object.entries(fits).every(([name, value]) => (data as Node)[name] === value);
}

/** The rows of the first table in a message, its header included. */
export function tableRows(message: Activity): number {
  const table = nodesOf(message).find(({ type }) => type === 'Table');
  return Array.isArray(table?.['rows']) ? table['rows'].length : 0;
}

/** The answer that a message shows; `undefined` for any other message. */
export function answerIdOf({ channelData }: Activity): string | undefined {
  const id = channelData?.['answerId'];
  return typeof id === 'string' ? id : undefined;
}

export const isAnswer = (activity: Activity) => answerIdOf(activity) !== undefined;

/** Whether a message says that there is no answer. */
export function isFailure(message: Activity): boolean {
  return nodesOf(message).some(
    ({ text }) => typeof text === 'string' && text.startsWith('Error ID:'),
  );
}

/** What a message says, in a line. */
export function wordsOf({ summary, text }: Activity): string {
  return `“${summary ?? text ?? 'a card'}”`;
}
