/**
 * How people say, in one language, when they want an answer again and again. Case and the kind of apostrophe don't
 * matter, and accents can be left out. The longest phrase that fits counts.
 */
export interface SchedulePhrases {
  /** What begins it: “subscribe”. Nouns aren't among them: “subscriptions by plan” is a question. */
  subscribe: readonly string[];
  /** The same, where a person can't mean anything else: “subscribe me”. */
  subscribeMe: readonly string[];
  /** What can stand around a time without a meaning of its own. */
  fill: readonly string[];
  every: readonly string[];
  day: readonly string[];
  /** The same with “every” in it: “daily”. */
  daily: readonly string[];
  weekday: readonly string[];
  weekend: readonly string[];
  /** Monday first. */
  days: readonly [Names, Names, Names, Names, Names, Names, Names];
  /** Without days: “every week” says too little. */
  week: readonly string[];
  month: readonly string[];
  lastDay: readonly string[];
  /** What makes a number the day of a month: “st”. It follows the number directly. */
  ordinalMarks: readonly string[];
  first: readonly string[];
  /** Between two days that are both meant. */
  and: readonly string[];
  /** Between the first and the last of several. */
  to: readonly string[];
  /** Before a time: “at”. */
  at: readonly string[];
  /** After the hour: “o'clock”, “h”. */
  hourMarks: readonly string[];
  minuteMarks: readonly string[];
  /** After the hour: “h y media”. */
  halfMarks: readonly string[];
  /** Before noon, and after it. They stand before or after the time. */
  am: readonly string[];
  pm: readonly string[];
  noon: readonly string[];
  midnight: readonly string[];
  /** Before a time zone: “in”. */
  zoneIn: readonly string[];
  /** What can't be had: other units, and times that come once. */
  never: readonly string[];
}

type Names = readonly string[];
