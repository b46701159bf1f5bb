/** What a piece of a text says about when something is due. */
export type Token =
  | { is: Word; from: number; to: number }
  /** `digits`: how it was typed. `isOrdinal`: “1st”. */
  | { is: 'number'; value: number; digits: number; isOrdinal: boolean; from: number; to: number }
  /** 1 to 7. */
  | { is: 'name'; value: number; from: number; to: number }
  /** The zone, unless nobody knows it. */
  | { is: 'zone'; value: string | undefined; from: number; to: number };

/** `unknown`: a word of something else. `dash` and `comma` can part a time from a question, where nothing else does. */
export type Word =
  | 'fill'
  | 'every'
  | 'day'
  | 'daily'
  | 'weekday'
  | 'weekend'
  | 'week'
  | 'month'
  | 'lastDay'
  | 'first'
  | 'and'
  | 'to'
  | 'at'
  | 'hourMark'
  | 'minuteMark'
  | 'halfMark'
  | 'am'
  | 'pm'
  | 'noon'
  | 'midnight'
  | 'zoneIn'
  | 'never'
  | 'colon'
  | 'break'
  | 'dot'
  | 'comma'
  | 'dash'
  | 'unknown';
