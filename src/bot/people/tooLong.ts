import { maxQuestionLength } from '../../questions/life/acceptQuestion.ts';
import type { Texts } from '../../texts/texts.ts';

/** What the asker is told. */
export function questionTooLong({ people }: Texts): string {
  return people.questionTooLong({ limit: maxQuestionLength });
}

/** Whether a text is longer than a question. Then it is nothing else either, and no parser needs to see it. */
export function isTooLong(text: string): boolean {
  return text.length > maxQuestionLength;
}
