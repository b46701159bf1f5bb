import type { Condition } from '../../questions/subscription.ts';
import type { Reader } from '../parts/reader.ts';
import { amountWords, percentWords } from './amountWords.ts';
import { figureWords } from './figureWords.ts';

/** When answers are shown: `Only if “Revenue” for “EMEA” is above 1,000`. */
export function conditionWords(condition: Condition, reader: Reader): string {
  const { only } = reader.texts.subscriptions;
  switch (condition.only) {
    case 'with-rows':
      return only['with-rows'];
    case 'above':
    case 'below':
      return only[condition.only]({
        figure: figureWords(condition.of, reader),
        limit: amountWords(condition.limit, reader),
      });
    case 'moved':
      return only.moved({
        figure: figureWords(condition.of, reader),
        by: (condition.isPercent ? percentWords : amountWords)(condition.by, reader),
      });
  }
}
