import type { ErrorCode } from '../../common/errors.ts';
import type { QuestionDeps } from '../deps.ts';
import type { Question } from '../question.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import { endingAt } from './ending.ts';

interface Ending {
  /** Others are left alone. */
  canEnd(question: Question): boolean;
  code: ErrorCode;
  /** What else changes in the row. */
  also?: (question: Question) => Partial<Question>;
}

/** Ends a question in its row, even if it has an owner, who learns of it by that; `undefined` if it is left alone. */
export async function endRow(
  id: string,
  { canEnd, code, also = () => ({}) }: Ending,
  deps: Pick<QuestionDeps, 'questions' | 'clock' | 'settings' | 'sessionIdleMs'>,
): Promise<Question | undefined> {
  const { questions, clock } = deps;
  return retryOnConflict(clock, async () => {
    const current = await questions.get(id);
    if (current === undefined || !canEnd(current.value)) return undefined;
    const { lease: _theirs, ...question } = current.value;
    const written = await questions.replace(current, {
      ...question,
      state: 'failed',
      failure: { code, errorId: '' },
      ...also(question),
      ...endingAt(clock.now(), deps),
    });
    return written?.value ?? 'conflict';
  });
}
