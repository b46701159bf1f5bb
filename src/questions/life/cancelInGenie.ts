import { withPatience } from '../../common/timeLimit.ts';
import { asAsker, type QuestionDeps } from '../deps.ts';
import { idsOf, type Question } from '../question.ts';

/** The asker waits for more than this. */
const patienceMs = 3_000;

/**
 * Ends the work on a question that was cancelled, where that can be done. Best effort, with its asker's
 * rights: without it, an answer is made that nobody waits for. The conversation isn't continued in either case, as the
 * work stops at the next step only.
 */
export async function cancelInGenie(
  question: Question,
  deps: Pick<QuestionDeps, 'genie' | 'identities' | 'clock' | 'log'>,
): Promise<void> {
  const { id: questionId, place, askedAs, messageId } = question;
  if (messageId === undefined) return;
  const { genie, clock, log } = asAsker(place, deps, askedAs);
  const cancelling = genie.cancel(idsOf(question)).catch((error: unknown) => {
    log.warn('question.notCancelled', { questionId, error });
  });
  await withPatience(patienceMs, clock, cancelling);
}
