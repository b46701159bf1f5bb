import type { QuestionDeps } from '../deps.ts';
import type { HeldQuestion } from '../ownership/lease.ts';
import { passTurn } from '../ownership/passTurn.ts';
import { giveUpPlaces } from '../pace/startTime.ts';
import { endStates } from '../question.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import { cancelInGenie } from './cancelInGenie.ts';
import { endingAt, reportEnd } from './ending.ts';

/**
 * Ends a question whose asker stopped its stream: nothing is posted any longer, and nothing can be updated. It throws,
 * since the question is no longer ours.
 */
export async function stop(held: HeldQuestion, deps: QuestionDeps): Promise<void> {
  const { questions, clock, log } = deps;
  const { id } = held.question;
  const stopped = await retryOnConflict(clock, async () => {
    const current = await questions.get(id);
    if (current === undefined || endStates.has(current.value.state)) return undefined;
    const { lease: _ours, ...question } = current.value;
    const { stream } = question;
    const written = await questions.replace(current, {
      ...question,
      state: 'failed',
      failure: { code: 'cancelled-by-asker', errorId: '' },
      ...(stream && { stream: { ...stream, end: 'stopped' } }),
      ...endingAt(clock.now(), deps),
    });
    return written?.value ?? 'conflict';
  });
  if (stopped) {
    log.info('question.stopped', { questionId: id });
    await giveUpPlaces([id], deps);
    await passTurn(stopped, deps);
    reportEnd(stopped, log);
    await cancelInGenie(stopped, deps);
  }
  await held.save({});
}
