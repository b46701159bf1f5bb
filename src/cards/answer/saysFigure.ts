/** Years, dates and the names of periods. */
const periods = /\b(?:19|20)\d\d(?:[-/]\d\d?){0,2}\b|\b[QW]\d\d?\b/g;

/**
 * Whether a text has a number that could be a result: then it sums up what a chart shows, and the chart's own figures
 * below it would only repeat that. “Here’s the revenue by quarter for 2026:” leaves them to the chart.
 */
export function saysFigure(text: string): boolean {
  return /\p{Nd}/u.test(text.replace(periods, ''));
}
