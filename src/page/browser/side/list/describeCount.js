import { fill } from '../parts/fill.js';

/** What the list has to say about itself: how much was found, or that there is nothing yet. */
export function describeCount({ count, hasMore, search, words, language }) {
  if (search === '') return count === 0 && !hasMore ? words.noChats : '';
  if (count === 0) return fill(words.noMatch, { search });
  if (hasMore) return fill(words.moreChats, { count });
  const isOne = new Intl.PluralRules(language || 'en').select(count) === 'one';
  return fill(isOne ? words.oneChat : words.manyChats, { count });
}
