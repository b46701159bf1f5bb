import { AppError } from '../errors.ts';
import type { Question } from './question.ts';

/** What Genie is sent, or was sent. A question that has not ended has it. */
export function contentOf({ id, content }: Question): string {
  if (content === undefined) throw new AppError('internal', `Question ${id} has no words`);
  return content;
}
