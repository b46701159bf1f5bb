import { answerQuestion } from '../../../../local/demo/answer/answerQuestion.ts';
import { type Space, salesSpace } from '../../../../local/demo/spaces.ts';
import type { Memory } from '../../../../local/demo/understand/memory.ts';
import { createWarehouse } from '../../../../local/demo/warehouse.ts';
import { NOON } from '../demoClient.ts';

const warehouse = createWarehouse('demo', () => NOON);

export type Cell = string | null;

/** Asks questions one after the other, without HTTP; gives what the last one came to. */
export function askDirectly(questions: string[], space: Space = salesSpace) {
  let memory: Memory = {};
  let last = answerQuestion(space, warehouse, '', memory);
  for (const question of questions) {
    last = answerQuestion(space, warehouse, question, memory);
    memory = last.memory;
  }
  const [statement] = Object.values(last.statements);
  const query = last.attachments.find((one) => one.query)?.query;
  const text = last.attachments.find((one) => one.text)?.text;
  return {
    title: query?.title,
    sql: query?.query,
    plan: last.memory.plan,
    columns: statement?.columns.map(({ name }) => name),
    get rows() {
      return statement ? warehouse.run(statement.sql, statement.columns) : [];
    },
    text: text?.content ?? '',
    purpose: text?.purpose,
    suggestions: last.attachments.flatMap((one) => one.suggested_questions?.questions ?? []),
  };
}
