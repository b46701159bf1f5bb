import type { Schedule } from '../schedule.ts';
import type { BadWhen } from './readWhen.ts';

/** What a person wants who types “subscribe …”. */
export type SubscribeWish =
  /** `timeZone`: the one they named. `text`: the question, as they typed it. */
  | { is: 'wish'; schedule: Schedule; timeZone?: string; text: string }
  /** It can't be had. `given`: what they typed of what is wrong, in at most 80 characters; maybe empty for `no-question`. */
  | { is: 'bad'; why: BadWhen | 'no-question'; given: string };
