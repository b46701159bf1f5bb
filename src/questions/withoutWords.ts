import type { Question } from './question.ts';
import type { Run } from './subscription.ts';

/**
 * What remains of a question once its words are forgotten: who asked, when, where and how it ended. What a condition
 * found in an answer goes with them, since it names columns and rows, and has figures.
 */
export function withoutWords({
  text: _text,
  content: _content,
  wordsUntil: _until,
  run,
  ...question
}: Question): Question {
  return { ...question, ...(run && { run: withoutFigures(run) }) };
}

function withoutFigures({
  condition: _condition,
  finding: _finding,
  before: _before,
  ...run
}: Run): Run {
  return run;
}
