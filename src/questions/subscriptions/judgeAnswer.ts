import type { Answer } from '../../answers/answer.ts';
import { hasRows } from '../../answers/figures/hasRows.ts';
import { readFigure } from '../../answers/figures/readFigure.ts';
import type { Condition, Figure, Finding } from '../subscription.ts';

/** Sums of binary fractions differ in their last digits; whole numbers don't. */
const noise = 1e-12;

/**
 * What a condition makes of an answer. An answer that it can't be about is `unclear`, and so are numbers that are missing
 * or could be several: what can't be compared is shown, since silence would say that all is well.
 *
 * @param before the figure to compare with. Without one, `moved` is met: its asker sees once what it is from now on
 * compared with
 */
export function judgeAnswer(condition: Condition, answer: Answer, before?: Figure): Finding {
  if (condition.only === 'with-rows') return judgeRows(answer);
  const read = readFigure(answer, condition.of);
  if ('missing' in read) return { is: 'unclear', missing: read.missing, ...(before && { before }) };
  const { value: now } = read;
  const isMet = holds(condition, now, before?.value);
  return { is: isMet ? 'met' : 'unmet', now, ...(before && { before }) };
}

/** A clarification asks back instead of answering. */
function judgeRows(answer: Answer): Finding {
  const found = hasRows(answer);
  if (found === undefined) return { is: 'unclear', missing: 'table' };
  return { is: found ? 'met' : 'unmet' };
}

function holds(
  condition: Exclude<Condition, { only: 'with-rows' }>,
  now: number,
  before: number | undefined,
): boolean {
  switch (condition.only) {
    case 'above':
      return isMore(now, condition.limit);
    case 'below':
      return isMore(condition.limit, now);
    default:
      return before === undefined || hasMoved(condition, now, before);
  }
}

function hasMoved(
  { by, isPercent }: Extract<Condition, { only: 'moved' }>,
  now: number,
  before: number,
): boolean {
  const moved = Math.abs(now - before);
  // From nothing to something is more than any per cent.
  const least = isPercent ? (Math.abs(before) * by) / 100 : by;
  const slack = slackOf(now, before);
  return moved > slack && moved >= least - slack;
}

function isMore(one: number, other: number): boolean {
  return one - other > slackOf(one, other);
}

function slackOf(one: number, other: number): number {
  if (Number.isInteger(one) && Number.isInteger(other)) return 0;
  return Math.max(Math.abs(one), Math.abs(other)) * noise;
}
