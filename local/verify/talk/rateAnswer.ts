import type { Activity } from '../../chat/activity.ts';
import { StepFailed } from '../stepFailed.ts';
import type { Outcome } from '../steps.ts';
import { findButton, wordsOf } from './card.ts';
import type { Talk } from './directLine.ts';

const limitMs = 60_000;

/** Clicks the thumb under an answer. The bot says thank you only once Genie has the rating. */
export async function rateAnswer(talk: Talk, answer: Activity): Promise<Outcome<undefined>> {
  const value = findButton(answer, { action: 'rate', rating: 'POSITIVE' });
  if (!value) throw new StepFailed('The answer has no thumb.');
  const known = new Set(talk.heard);
  await talk.say({ type: 'message', value });
  const reply = await talk.hear(
    (activity) => activity.type === 'message' && !known.has(activity),
    limitMs,
    () => 'The bot said nothing to the thumb within a minute.',
  );
  if (!/thank/i.test(wordsOf(reply))) throw new StepFailed(`The bot said ${wordsOf(reply)}`);
  return { value: undefined, note: wordsOf(reply) };
}
