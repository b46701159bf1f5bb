import type { AnswerTable, Thought } from '../../answers/answer.ts';
import { markdownElements } from '../markdown/markdownElements.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import type { CardLimits } from '../parts/cardLimits.ts';
import { clipText } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText, richText } from '../parts/richText.ts';
import { sourceElements } from './sourceElements.ts';

interface View extends Reader {
  limits: Pick<CardLimits, 'thoughtsLength'>;
}

/** Genie sends a handful; each heading costs room of its own. */
const maxSteps = 12;

/** How Genie understood the question, step by step under its headings, and where the rows come from. */
export function understandingElements(table: AnswerTable, view: View): CardElement[] {
  const { limits, texts } = view;
  const steps = toSteps(table);
  // When it was read isn't worth a button.
  if (steps.length === 0 && !table.sources && !table.isTrusted) return [];
  if (limits.thoughtsLength === 0) {
    return steps.length > 0 ? [noteText(texts.provenance.tooLong)] : [];
  }
  return [...stepElements(steps, view), ...sourceElements(table, view)];
}

/** The query's description, which is one in short, then what Genie thought: neighbours of a kind are one step. */
function toSteps({ description = '', thoughts }: AnswerTable): Thought[] {
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

function stepElements(steps: readonly Thought[], { limits, texts }: View): CardElement[] {
  const words = texts.provenance;
  const total = lengthOf(steps);
  const shown: Thought[] = [];
  let room = limits.thoughtsLength;
  for (const step of steps.slice(0, maxSteps)) {
    if (room <= 0) break;
    const text = clipText(step.text, room);
    shown.push({ ...step, text });
    room -= text.length;
  }
  const left = lengthOf(shown);
  return [
    ...shown.flatMap(({ kind, text }) => [
      ...(kind && steps.length > 1 ? [richText(words.steps[kind], { weight: 'Bolder' })] : []),
      ...markdownElements(text),
    ]),
    ...(left < total ? [noteText(words.shortened({ shown: left, total }))] : []),
  ];
}

const lengthOf = (steps: readonly Thought[]) =>
  steps.reduce((sum, { text }) => sum + text.length, 0);
