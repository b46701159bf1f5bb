import type { AnswerTable, Thought } from '../../answers/answer.ts';
import { markdownElements } from '../markdown/markdownElements.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import type { CardLimits } from '../parts/cardLimits.ts';
import { clipText } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText, richText } from '../parts/richText.ts';
import { sourceElements } from './sourceElements.ts';
import { understandingSteps } from './understandingSteps.ts';

interface View extends Reader {
  limits: Pick<CardLimits, 'thoughtsLength'>;
}

/** Genie sends a handful; each heading costs room of its own. */
const maxSteps = 12;

/** How Genie understood the question, step by step under its headings, and where the rows come from. */
export function understandingElements(table: AnswerTable, view: View): CardElement[] {
  const { limits, texts } = view;
  const steps = understandingSteps(table);
  // When it was read isn't worth a button.
  if (steps.length === 0 && !table.sources && !table.isTrusted) return [];
  if (limits.thoughtsLength === 0) {
    return steps.length > 0 ? [noteText(texts.provenance.tooLong)] : [];
  }
  return [...stepElements(steps, view), ...sourceElements(table, view)];
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
