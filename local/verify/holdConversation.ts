import type { TrialRun } from './runTrial.ts';
import { ask } from './talk/ask.ts';
import { checkTable } from './talk/checkTable.ts';
import type { Talk } from './talk/directLine.ts';
import { downloadTable } from './talk/downloadTable.ts';
import { rateAnswer } from './talk/rateAnswer.ts';
import { surviveRestart } from './talk/surviveRestart.ts';

/** Asks, clicks and asks again, and resolves with how many questions were answered. */
export async function holdConversation(
  { trial, steps, figures, workspace }: TrialRun,
  talk: Talk,
  restart: () => Promise<void>,
): Promise<number> {
  const { question, followUp, slowQuestion, expected } = workspace;
  const first = await steps.need(`Ask “${question}”`, () => ask(trial, talk, question));
  const { answer } = first;
  figures.push({ name: 'first question accepted', ms: first.acknowledgedMs });
  figures.push({ name: 'first question answered', ms: first.answeredMs });
  await steps.attempt('The answer shows a table', () => checkTable(answer));
  await steps.attempt('A thumb reaches Genie', () => rateAnswer(talk, answer));
  for (const format of ['xlsx', 'csv'] as const) {
    await steps.attempt(`Download as ${format}`, () => downloadTable(trial, talk, answer, format));
  }
  const second = await steps.attempt(`Follow up “${followUp}”`, () =>
    ask(trial, talk, followUp, { expected }),
  );
  if (second) {
    figures.push({ name: 'follow-up accepted', ms: second.acknowledgedMs });
    figures.push({ name: 'follow-up answered', ms: second.answeredMs });
  }
  const third = await steps.attempt(`Restart in the middle of “${slowQuestion}”`, () =>
    surviveRestart(trial, talk, workspace, restart),
  );
  if (third !== undefined) figures.push({ name: 'answered across a restart', ms: third });
  return 1 + Number(second !== undefined) + Number(third !== undefined);
}
