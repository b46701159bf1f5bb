import type { Place } from '../questions/question.ts';

/** Web Chat and Direct Line answer 405 to an update. */
export function canUpdate({ channelId }: Place): boolean {
  return channelId === 'msteams';
}
