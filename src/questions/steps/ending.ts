import type { Log } from '../../common/log.ts';
import type { QuestionDeps } from '../deps.ts';
import type { Question } from '../question.ts';
import type { Run } from '../subscription.ts';

/**
 * Logs how a question went: one line per question, in its final state. Times are milliseconds since it was accepted;
 * steps it never reached are left out. The alerts and the workbook in `infra` read it.
 */
export function reportEnd(question: Question, log: Log): void {
  const { acceptedAt, acknowledgedAt, askingAt, askedAt, answeredAt, endedAt, failure, run } =
    question;
  const since = (time: number | undefined) => time && time - acceptedAt;
  log.info('question.ended', {
    questionId: question.id,
    channel: question.place.channelId,
    spaceId: question.spaceId,
    state: question.state,
    code: failure?.code,
    errorId: failure?.errorId,
    attempts: question.attempts,
    retries: question.retries ?? 0,
    throttled: question.throttled ?? 0,
    deliveryAttempts: question.deliveryAttempts,
    rows: question.rows,
    startedAt: askedAt,
    msToAcknowledge: since(acknowledgedAt),
    msToAsking: since(askingAt),
    msToAsked: since(askedAt),
    msToAnswered: since(answeredAt),
    msToEnd: since(endedAt),
    msByStatus: question.msByStatus,
    ...(run && reportRun(run, endedAt)),
  });
}

/** What sets what a subscription asks apart: nobody waits for it, so its other times say little. */
function reportRun({ subscriptionId, dueAt, silent }: Run, endedAt: number | undefined) {
  return {
    subscriptionId,
    silent,
    msLate: silent === undefined ? endedAt && endedAt - dueAt : undefined,
  };
}

/** What every question's row gets at its end, however it ends (`now` in ms since 1970). */
export function endingAt(
  now: number,
  { settings, sessionIdleMs }: Pick<QuestionDeps, 'settings' | 'sessionIdleMs'>,
): Pick<Question, 'endedAt' | 'expiresAt' | 'wordsUntil'> {
  return {
    endedAt: now,
    expiresAt: now + settings.keepQuestionsMs,
    ...(!settings.keepWords && { wordsUntil: now + sessionIdleMs }),
  };
}
