import { maxQuestionLength } from '../../questions/life/acceptQuestion.ts';

/** What the asker is told. */
export const questionTooLong = `Your question is too long. The limit is ${maxQuestionLength.toLocaleString('en')} characters.`;

/** Whether a text is longer than a question. Then it is nothing else either, and no parser needs to see it. */
export function isTooLong(text: string): boolean {
  return text.length > maxQuestionLength;
}
