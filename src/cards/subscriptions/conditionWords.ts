import { createFigureFormatter } from '../../answers/figures/figureFormatter.ts';
import type { Condition } from '../../questions/subscription.ts';
import type { Reader } from '../parts/reader.ts';
import { figureWords } from './figureWords.ts';
import { percentWords } from './percentWords.ts';

/** When answers are shown: `Only if “Revenue” for “EMEA” is above 1,000`. */
export function conditionWords(condition: Condition, reader: Reader): string {
  const { only } = reader.texts.subscriptions;
  if (condition.only === 'with-rows') return only['with-rows'];
  const figure = figureWords(condition.of, reader);
  const write = createFigureFormatter({ tables: [] }, condition.of, reader.locale);
  if (condition.only !== 'moved') {
    return only[condition.only]({ figure, limit: write(condition.limit) });
  }
  const { by, isPercent } = condition;
  return only.moved({ figure, by: isPercent ? percentWords(by, reader) : write(by) });
}
