import type { QuestionDeps } from '../deps.ts';
import { isLeased, type Question } from '../question.ts';
import { goOnFromRun } from '../sessions/goOnFromRun.ts';
import { endTurn, type SessionTurnDeps } from '../sessions/sessionTurn.ts';
import { wake } from './watchdog.ts';

type PassTurnDeps = SessionTurnDeps & Pick<QuestionDeps, 'queue'>;

/**
 * Ends a question's turn and wakes the question whose turn it is then. What a subscription asked had none: its session
 * goes on from its answer.
 */
export async function passTurn(question: Question, deps: PassTurnDeps): Promise<void> {
  if (question.run) return goOnFromRun(question, deps);
  const next = await endTurn(question, deps);
  if (next !== undefined) await wake(next, deps.queue);
}

/**
 * Makes sure that an ended question passed its turn: the instance that ended it may have crashed before it could, or
 * before it woke the next question.
 */
export async function ensureTurnPassed(question: Question, deps: PassTurnDeps): Promise<void> {
  if (question.run) return passTurn(question, deps);
  const activeId = (await deps.sessions.get(question.sessionId))?.value.activeQuestionId;
  if (activeId === undefined) return;
  if (activeId === question.id) return passTurn(question, deps);
  const active = await deps.questions.get(activeId);
  const isLeft = active?.value.parked && !isLeased(active.value, deps.clock.now());
  if (isLeft) await wake(activeId, deps.queue);
}
