import type { Answer } from '../../answers/answer.ts';
import { createFigureFormatter } from '../../answers/figures/figureFormatter.ts';
import type { Condition, Finding } from '../../questions/subscription.ts';
import type { Reader } from '../parts/reader.ts';
import { writeTime } from '../parts/write.ts';
import { figureWords } from './figureWords.ts';
import { percentWords } from './percentWords.ts';

/**
 * Why an answer is shown that has a condition, with the new figure and the old one; that it couldn't be checked; or
 * nothing, where the answer says it all.
 */
export function findingWords(
  condition: Condition,
  { is, now, before, missing = 'number' }: Finding,
  answer: Pick<Answer, 'tables'>,
  reader: Reader,
): string {
  const { texts } = reader;
  const words = texts.subscriptions.finding;
  if (condition.only === 'with-rows') return is === 'unclear' ? words.noTable : '';
  const figure = figureWords(condition.of, reader);
  if (missing === 'table') return words.noTable;
  if (is === 'unclear' || now === undefined) return words.missing[missing]({ figure });
  const write = createFigureFormatter(answer, condition.of, reader.locale);
  const date = before && writeTime(before.at, reader);
  if (condition.only !== 'moved') {
    const { only, limit } = condition;
    return texts.sentences([
      words[only]({ figure, now: write(now), limit: write(limit) }),
      before && date && words.before({ before: write(before.value), date }),
    ]);
  }
  if (before === undefined || date === undefined) return words.first({ figure, now: write(now) });
  const by = movedBy(now, before.value, condition.isPercent ? reader : undefined, write);
  return texts.sentences([
    words.moved({ figure, now: write(now), before: write(before.value), by }),
    words.since({ date }),
  ]);
}

/** With its sign; in per cent if its reader wants that, and the figure before has some. */
function movedBy(
  now: number,
  before: number,
  inPercent: Reader | undefined,
  write: (value: number) => string,
): string {
  if (inPercent && before !== 0) {
    return percentWords(((now - before) / Math.abs(before)) * 100, inPercent, { signed: true });
  }
  return now > before ? `+${write(now - before)}` : write(now - before);
}
