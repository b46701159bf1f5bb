import { AzError } from '../az/az.ts';
import { poll } from '../poll.ts';
import { StepFailed } from '../stepFailed.ts';
import type { Outcome } from '../steps.ts';
import type { Trial } from '../trial.ts';
import { findLogs } from './findLogs.ts';
import { queryLogs } from './queryLogs.ts';

/** Lines usually arrive within five minutes, and later in a new workspace, which has no tables at first. */
const limitMs = 20 * 60_000;
const everyMs = 30_000;

const endedQuestions = `AppTraces
| extend line = parse_json(Message)
| where tostring(line.event) == 'question.ended'
| summarize ended = dcount(tostring(line.questionId))`;

const noTable = /failed to resolve table/i;

/** Waits until the lines of this many questions are in the logs; resolves with the ID to query them by. */
export async function waitForLogs(trial: Trial, questions: number): Promise<Outcome<string>> {
  const workspace = await findLogs(trial);
  let seen = 0;
  const look = async () => {
    try {
      const [row] = await queryLogs(trial, workspace, endedQuestions);
      seen = Number(row?.['ended'] ?? 0);
    } catch (error) {
      if (!(error instanceof AzError && noTable.test(error.message))) throw error;
    }
    return seen >= questions ? seen : undefined;
  };
  if ((await poll(look, { ...trial, everyMs, limitMs })) === undefined) {
    throw new StepFailed(
      `The logs have the end of ${seen} of ${questions} questions after 20 minutes.`,
    );
  }
  return { value: workspace, note: `${seen} questions have ended` };
}
