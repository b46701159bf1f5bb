import { showDuration } from '../showDuration.ts';
import { StepFailed } from '../stepFailed.ts';
import type { Outcome } from '../steps.ts';
import type { Trial, Workspace } from '../trial.ts';
import { ask } from './ask.ts';
import { answerIdOf, isAnswer } from './card.ts';
import type { Talk } from './directLine.ts';

/** A second answer would be here by then: a lease runs out after 8 seconds, and two watchdogs look after it. */
const watchMs = 60_000;

/**
 * Restarts the app in the middle of a question, which must still be asked once and answered once. Resolves with the
 * time from the question to its answer.
 *
 * @param restart ends all instances
 */
export async function surviveRestart(
  trial: Trial,
  talk: Talk,
  { slowQuestion, countAsked }: Workspace,
  restart: () => Promise<void>,
): Promise<Outcome<number>> {
  const known = new Set(talk.heard);
  const meanwhile = async () => {
    await restart();
    // The channel's memory, which a restart doesn't touch.
    await talk.read();
    if (!talk.heard.some((activity) => isAnswer(activity) && !known.has(activity))) return;
    throw new StepFailed(
      'The answer came before the restart was done, so this shows nothing. Name a question that takes Genie longer, with --slow-question.',
    );
  };
  const { value } = await ask(trial, talk, slowQuestion, { meanwhile });
  const { answer, answeredMs } = value;

  await trial.clock.sleep(watchMs, trial.signal);
  await talk.read();
  const answers = talk.heard.filter((activity) => answerIdOf(activity) === answerIdOf(answer));
  if (answers.length > 1) throw new StepFailed(`It was answered ${answers.length} times.`);
  const asked = await countAsked?.(slowQuestion);
  if (asked !== undefined && asked !== 1) throw new StepFailed(`Genie was asked ${asked} times.`);
  const once = asked === undefined ? 'answered once' : 'asked once, answered once';
  return { value: answeredMs, note: `${once}, ${showDuration(answeredMs)} after the question` };
}
