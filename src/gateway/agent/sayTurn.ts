import type { Turn } from '../../genie/agent/turn.ts';
import type { MessageStatus } from '../../genie/types.ts';
import type { Said } from '../../questions/ports.ts';

const longestStep = 160;

/** Where an agent is: a status as in chat mode, and its own words for what it's doing. */
export function sayTurn({ items }: Pick<Turn, 'items'>): { status: MessageStatus; said: Said } {
  const last = items.at(-1);
  const status = last?.kind === 'query' ? 'EXECUTING_QUERY' : 'ASKING_AI';
  const words = items.flatMap((item) => {
    if (item.kind === 'query') return item.title ?? [];
    return item.kind === 'reasoning' ? item.text : [];
  });
  const step = firstLine(words.at(-1) ?? '');
  return { status, said: step === '' ? {} : { step } };
}

/** Its first line with words in it, without what makes that a heading or an item of a list. */
function firstLine(text: string): string {
  const start = text.slice(0, 5_000);
  const line = start.split('\n').find((each) => /[\p{L}\p{N}]/u.test(each)) ?? '';
  const words = line
    .trim()
    .replace(/^(?:#{1,6}|[-*>]|\d{1,3}[.)]) /, '')
    .replaceAll('**', '')
    .trim();
  return words.length > longestStep ? `${words.slice(0, longestStep - 1).trimEnd()}…` : words;
}
