import type { Question } from '../../src/questions/question.ts';
import { aRun } from './aRun.ts';
import type { InProcess } from './openInProcess.ts';

/** Makes the newest question of a session one that a subscription asked, with what `changes` says. */
export async function asRun(
  { storage: { questions } }: Pick<InProcess, 'storage'>,
  sessionId: string,
  changes: (question: Question) => Partial<Question> = () => ({}),
): Promise<Question> {
  const newest = (await questions.listAll(sessionId)).at(-1);
  const current = newest && (await questions.get(newest.id));
  if (current === undefined) throw new Error('nothing was asked');
  const run = aRun({ dueAt: current.value.acceptedAt });
  const { activityId: _none, ...place } = current.value.place;
  const next = { ...current.value, place, run, ...changes(current.value) };
  const written = await questions.replace(current, next);
  if (written === undefined) throw new Error('it changed meanwhile');
  return written.value;
}
