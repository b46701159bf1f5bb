import type { AnswerTable, Thought } from '../../answers/answer.ts';

/** The query's description, which is one in short, then what Genie thought: neighbours of a kind are one step. */
export function understandingSteps({
  description = '',
  thoughts,
}: Pick<AnswerTable, 'description' | 'thoughts'>): Thought[] {
  const steps: Thought[] = [];
  const hasKinds = thoughts.some(({ kind }) => kind !== undefined);
  const first: Thought = { ...(hasKinds && { kind: 'description' }), text: description };
  for (const thought of [first, ...thoughts]) {
    const text = thought.text.trim();
    const before = steps.at(-1);
    if (text === '' || steps.some((step) => step.text === text)) continue;
    if (before && before.kind === thought.kind) before.text += `\n\n${text}`;
    else steps.push({ ...thought, text });
  }
  return steps;
}
