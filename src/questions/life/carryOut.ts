import type { QuestionDeps } from '../deps.ts';
import type { DueWork, Work } from '../ports.ts';
import { lookAtDue } from '../subscriptions/lookAtDue.ts';
import { continueQuestion } from './continueQuestion.ts';

/** Does what a queue message says. */
export function carryOut(work: Work | DueWork, deps: QuestionDeps): Promise<void> {
  return 'subscriptionId' in work ? lookAtDue(work, deps) : continueQuestion(work, deps);
}
