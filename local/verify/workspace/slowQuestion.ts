/** A question that the deployed demo workspace takes its time for, so that an instance can be ended meanwhile. */
export const slowQuestion = 'Revenue by country';
