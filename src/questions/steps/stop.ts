import type { QuestionDeps } from '../deps.ts';
import type { HeldQuestion } from '../ownership/lease.ts';
import { passTurn } from '../ownership/passTurn.ts';
import { giveUpPlaces } from '../pace/startTime.ts';
import { endStates } from '../question.ts';
import { cancelInGenie } from './cancelInGenie.ts';
import { reportEnd } from './ending.ts';
import { endRow } from './endRow.ts';

/**
 * Ends a question whose asker stopped its stream: nothing is posted any longer, and nothing can be updated. It throws,
 * since the question is no longer ours.
 */
export async function stop(held: HeldQuestion, deps: QuestionDeps): Promise<void> {
  const { log } = deps;
  const { id } = held.question;
  const stopped = await endRow(
    id,
    {
      canEnd: ({ state }) => !endStates.has(state),
      code: 'cancelled-by-asker',
      also: ({ stream }) => (stream ? { stream: { ...stream, end: 'stopped' } } : {}),
    },
    deps,
  );
  if (stopped) {
    log.info('question.stopped', { questionId: id });
    await giveUpPlaces([id], deps);
    await passTurn(stopped, deps);
    reportEnd(stopped, log);
    await cancelInGenie(stopped, deps);
  }
  await held.save({});
}
