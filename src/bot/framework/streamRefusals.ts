import type { StreamRefusal } from '../../questions/ports.ts';
import { lettersOf } from './lettersOf.ts';

/**
 * What the channel's refusals of a stream's packet mean, by its words: Teams has one error code for almost all of them.
 * `docs/design.md` has the same table, with what is done. Each name must occur, in any spelling; the first row wins.
 * https://learn.microsoft.com/microsoftteams/platform/bots/streaming-ux
 */
export const streamRefusals: readonly { kind: StreamRefusal; names: readonly string[] }[] = [
  { kind: 'stopped', names: ['stream', 'cancel'] },
  { kind: 'time-up', names: ['exceeded streaming time'] },
  { kind: 'completed', names: ['already completed'] },
  { kind: 'late', names: ['ContentStreamSequenceOrderPreConditionFailed'] },
  { kind: 'not-contained', names: ['contain the previously streamed content'] },
  { kind: 'not-here', names: ['streaming api is not enabled'] },
  { kind: 'unknown', names: ['ContentStreamNotAllowed'] },
  { kind: 'unknown', names: ['Content stream is not allowed'] },
];

/**
 * What a refusal says of the stream; `undefined` if it doesn't speak of one.
 *
 * @param words everything that the channel said about it
 */
export function streamRefusalOf(status: number, words: string): StreamRefusal | undefined {
  // “A task was canceled” is what a server in trouble says.
  if (status < 400 || status >= 500) return undefined;
  const said = lettersOf(words);
  return streamRefusals.find(({ names }) => names.every((name) => said.includes(lettersOf(name))))
    ?.kind;
}
