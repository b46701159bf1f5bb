/** Words for things that are certainly counted or paid in parts that add up. Some are German. */
const additive =
  /^(?:revenue|revenues|sales|turnover|income|earnings|profit|profits|amount|amounts|cost|costs|spend|spending|expense|expenses|fees|taxes|refunds|discounts|payments|orders|bookings|transactions|purchases|units|items|quantity|quantities|qty|sold|count|counts|n|total|totals|sum|visits|views|pageviews|clicks|impressions|sessions|calls|tickets|events|downloads|signups|umsatz|anzahl|summe|kosten|gewinn|menge)$/;

/** Whether one of a name's words says that its numbers add up. */
export function hasAdditiveWord(words: readonly string[]): boolean {
  return words.some((word) => additive.test(word));
}
