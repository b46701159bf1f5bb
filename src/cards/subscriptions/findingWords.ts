import type { Condition, Finding } from '../../questions/subscription.ts';
import type { Reader } from '../parts/reader.ts';
import { writeTime } from '../parts/write.ts';
import { amountWords, percentWords } from './amountWords.ts';
import { figureWords } from './figureWords.ts';

/** Why an answer is shown that has a condition: the old and the new figure. Empty if there is nothing to say. */
export function findingWords(
  condition: Condition,
  { is, now, before, missing = 'number' }: Finding,
  reader: Reader,
): string {
  if (condition.only === 'with-rows') return '';
  const { texts } = reader;
  const words = texts.subscriptions.finding;
  const figure = figureWords(condition.of, reader);
  if (is === 'unclear' || now === undefined)
    return words.missing[missing === 'table' ? 'column' : missing]({ figure });
  const write = (amount: number) => amountWords(amount, reader);
  const date = before && writeTime(before.at, reader);
  if (condition.only !== 'moved') {
    const { only, limit } = condition;
    return texts.sentences([
      words[only]({ figure, now: write(now), limit: write(limit) }),
      before && date && words.before({ before: write(before.value), date }),
    ]);
  }
  if (before === undefined || date === undefined) return words.first({ figure, now: write(now) });
  const by = movedBy(now, before.value, condition.isPercent, reader);
  return texts.sentences([
    words.moved({ figure, now: write(now), before: write(before.value), by }),
    words.since({ date }),
  ]);
}

/** In per cent only of a figure that has some. */
function movedBy(
  now: number,
  before: number,
  isPercent: boolean | undefined,
  reader: Reader,
): string {
  return isPercent && before !== 0
    ? percentWords(((now - before) / Math.abs(before)) * 100, reader, 'exceptZero')
    : amountWords(now - before, reader, 'exceptZero');
}
