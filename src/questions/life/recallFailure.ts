import { withPatience } from '../../common/timeLimit.ts';
import type { Message } from '../../genie/types.ts';
import type { QuestionDeps } from '../deps.ts';
import type { HeldQuestion } from '../ownership/lease.ts';
import type { GenieFailure } from '../ports.ts';
import { idsOf } from '../question.ts';

/** How long the asker waits for Genie's words once it is known that there is no answer. */
const patienceMs = 5_000;

/**
 * What Genie said about a question that it couldn't answer. Its words may hold data, so they are never stored: after a
 * takeover they are read again. Best effort: the asker is told in any case.
 *
 * @param seen the message, if this owner has read it
 */
export async function recallFailure(
  { question, signal }: HeldQuestion,
  { genie, clock, log }: Pick<QuestionDeps, 'genie' | 'clock' | 'log'>,
  seen: Message | undefined,
): Promise<GenieFailure | undefined> {
  if (question.failure?.code !== 'genie-failed') return undefined;
  try {
    const message =
      seen ?? (await withPatience(patienceMs, clock, genie.getMessage(idsOf(question), signal)));
    return message && genie.explainFailure(message);
  } catch (error) {
    signal.throwIfAborted();
    log.warn('question.failureUnread', { questionId: question.id, error });
    return undefined;
  }
}
