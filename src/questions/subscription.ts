import type { FigureName } from '../answers/figures/figureName.ts';
import type { MissingFigure } from '../answers/figures/readFigure.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Place } from './place.ts';
import type { Session } from './session.ts';

export type { FigureName } from '../answers/figures/figureName.ts';

/** A question that its owner wants answered again and again. */
export interface Subscription {
  /** `<owner>-<32 hex digits>`: whose it is (`ownerIdOf`), and what follows from the activity that made it. */
  id: string;
  /** Where its answers go: its user is the owner. It replies to nothing, so it has no activity. */
  place: Place;
  /** As the owner typed it. Kept for as long as the subscription is. */
  text: string;
  /** The owner, as Databricks and the audit trail name them: `askerLabel.ts`. */
  asker?: string;
  askerKnownBy?: Session['user']['knownBy'];
  schedule: Schedule;
  /** The IANA name of the zone whose clocks the schedule is read on. */
  timeZone: string;
  /** Absent: each answer is shown. */
  condition?: Condition;
  /** The space that is asked. Absent: the default. */
  spaceId?: string;
  /** Only its owner sees the answers, in their own chat, although it was made where others read along. */
  isPrivate?: true;
  /** Counts the changes of its owner: what was begun under an earlier number is not shown. */
  revision: number;
  /** Nothing is asked. `owner`: they paused it; otherwise why the bot did. */
  paused?: PauseReason;
  /** The due time that comes next, or that nobody has looked at yet (ms since 1970). Paused: what it was. */
  dueAt: number;
  /** The look at it that counts: a queue message of an earlier one is dropped. */
  look: number;
  /** Due times that were missed, for the bot was down; said with the next answer. */
  skipped?: Skipped;
  /** The latest run, and whether what it ended with is known below. */
  run?: { questionId: string; dueAt: number; isLearned?: true };
  /**
   * What its condition compares with: the only value of anyone's data that is kept. It's what was seen last; where the
   * condition is that it moved, what its owner was shown last, so that many small steps count as a large one.
   */
  seen?: Figure;
  /**
   * What went wrong with the latest runs, and how often in a row: `gone` and `access` count together, as three of them
   * pause it. `toldAt`: its owner was told of the first failure (ms since 1970).
   */
  failures?: { times: number; code: string; toldAt?: number };
  createdAt: number;
  /** Long after its next due time; each run moves it (ms since 1970). */
  expiresAt: number;
}

/** `gone`: its owner can't be reached, or isn't there. `access`: they can't use the bot, or the space. */
export type PauseReason = 'owner' | 'gone' | 'access';

export interface Skipped {
  times: number;
  /** The first one (ms since 1970). */
  since: number;
}

/** When an answer is shown. */
export type Condition =
  | { only: 'with-rows' }
  | { only: 'above' | 'below'; of: FigureName; limit: number }
  /** `by` is in per cent of the figure before if `isPercent`. */
  | { only: 'moved'; of: FigureName; by: number; isPercent?: true };

/** A number as it was at some time. */
export interface Figure {
  value: number;
  /** ms since 1970. */
  at: number;
}

/** What a condition made of an answer. */
export interface Finding {
  /** `met` and `unmet` say what they mean; `unclear`: the table has another shape, and the answer is shown with that. */
  is: 'met' | 'unmet' | 'unclear';
  /** The figure now, and the one before, if they are known. */
  now?: number;
  before?: Figure;
  /** `unclear`: what isn't there, or is there twice. */
  missing?: MissingFigure;
}

/** What a question is that a subscription asks: one due time of it. */
export interface Run {
  subscriptionId: string;
  revision: number;
  /** When it is due (ms since 1970): nothing is shown before. */
  dueAt: number;
  schedule: Schedule;
  timeZone: string;
  condition?: Condition;
  skipped?: Skipped;
  /** What the condition compares with. */
  before?: Figure;
  /** The run before failed, and its asker was told: another failure isn't. */
  isTold?: true;
  finding?: Finding;
  /** Its asker had another conversation open where it's shown, which what they write next no longer continues. */
  tookOver?: true;
  /** Why its asker was shown nothing, or isn't to be. */
  silent?: Silence;
}

/**
 * `unmet`: its condition isn't met. `over`: it was paused, changed or ended meanwhile. `late`: the bot was down for more
 * than an hour. `told`: it failed like the one before, which its asker was told.
 */
export type Silence = 'unmet' | 'over' | 'late' | 'told';
