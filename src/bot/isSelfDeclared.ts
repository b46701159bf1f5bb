import type { Place } from '../questions/question.ts';

/** Whether nobody but the people themselves says who they are in a place. */
export function isSelfDeclared({ channelId }: Place): boolean {
  return channelId !== 'msteams';
}
