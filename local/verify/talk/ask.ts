import type { Activity } from '../../chat/activity.ts';
import { showDuration } from '../showDuration.ts';
import { StepFailed } from '../stepFailed.ts';
import type { Outcome } from '../steps.ts';
import type { Trial } from '../trial.ts';
import { isAnswer, isFailure, wordsOf } from './card.ts';
import type { Talk } from './directLine.ts';

/** Genie's own limit is ten minutes, and after a quiet period the queue's function can start two minutes late. */
const answerLimitMs = 12 * 60_000;

export interface Answered {
  answer: Activity;
  acknowledgedMs: number;
  answeredMs: number;
}

interface AskOptions {
  /** What the answer has to say. */
  expected?: RegExp | undefined;
  /** Done once the bot has accepted the question. */
  meanwhile?: () => Promise<void>;
}

/** Asks a question, and waits for its answer. */
export async function ask(
  trial: Trial,
  talk: Talk,
  question: string,
  { expected, meanwhile }: AskOptions = {},
): Promise<Outcome<Answered>> {
  const { clock } = trial;
  const known = new Set(talk.heard);
  const startedAt = clock.now();
  const acknowledgedMs = await talk.say({ type: 'message', text: question });
  await meanwhile?.();
  const answer = await talk.hear(
    (activity) => !known.has(activity) && (isAnswer(activity) || isFailure(activity)),
    answerLimitMs,
    () =>
      `There was no answer to “${question}” within 12 minutes. The last thing I heard: ${lastWords(talk)}`,
  );
  if (!isAnswer(answer))
    throw new StepFailed(`The bot has no answer to “${question}”: ${wordsOf(answer)}`);
  const answeredMs = clock.now() - startedAt;
  if (expected && !expected.test(JSON.stringify(answer))) {
    throw new StepFailed(`The answer to “${question}” says something else: ${wordsOf(answer)}`);
  }
  const note = `accepted after ${showDuration(acknowledgedMs)}, answered after ${showDuration(answeredMs)}`;
  return { value: { answer, acknowledgedMs, answeredMs }, note };
}

function lastWords({ heard }: Talk): string {
  const last = heard.findLast(({ type }) => type === 'message');
  return last ? wordsOf(last) : 'nothing.';
}
