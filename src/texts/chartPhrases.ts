/** At least one; the first is what the help suggests. */
type Phrases = readonly [string, ...string[]];

/**
 * How people say, in one language, how they want to see the last answer. Each phrase is the whole message, but for what
 * can stand before and after it. What can as well answer a question isn't among them: “en ligne” is “online” in French.
 */
export interface ChartPhrases {
  /** With the space that follows, where the language has spaces. Any of them, in any order: “please show me it ”. */
  before: readonly string[];
  after: readonly string[];
  line: Phrases;
  bar: Phrases;
  donut: Phrases;
  table: Phrases;
}

/** Each beginning with each kind of chart with each end. */
export function combine(...parts: readonly (readonly string[])[]): string[] {
  return parts.reduce<string[]>(
    (begun, next) => begun.flatMap((words) => next.map((word) => words + word)),
    [''],
  );
}
