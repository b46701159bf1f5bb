import type { ChartWish } from '../../answers/chart.ts';
import type { Rating } from '../../genie/types.ts';
import type { CardLimits } from '../parts/cardLimits.ts';
import type { CardChannel } from '../parts/outgoingMessage.ts';
import type { DrawChart } from './chartElement.ts';

export interface TablePage {
  attachmentId: string;
  from: number;
}

/** What a card needs to know besides the answer. */
export interface AnswerView {
  channel: CardChannel;
  /** Opaque; a click brings it back. */
  answerKey: string;
  /** Empty where it is not known any more. */
  question: string;
  spaceTitle?: string;
  durationMs: number;
  /** Whether people may rate the answer. */
  feedback: boolean;
  rating?: Rating;
  /** Whether tables can be had as files. */
  downloads?: boolean;
  /** Absent: no charts. */
  charts?: ChartView;
  /** The table whose pages the asker turns, and the place of its first row to show. */
  page?: TablePage;
  /** BCP 47. */
  locale?: string;
  /** The most that the message may have, in bytes of UTF-16, where that is less than usual. */
  maxBytes?: number;
  /** The conversation that this answer should have continued was not there any more. */
  startedAnew?: 'conversation-gone' | 'idle';
}

/** How charts are shown. */
export interface ChartView {
  /** What the asker wants to see; without it the data's shape decides. */
  wish?: ChartWish;
  /** Draws for channels that draw no charts themselves; without it they show none. */
  draw?: DrawChart;
}

export interface SectionView {
  channel: CardChannel;
  locale?: string;
  limits: CardLimits;
  /** Tells the tables of one card apart. */
  index: number;
  answerKey: string;
  /** Whether tables can be had as files. */
  downloads?: boolean;
  /** Absent: no charts. */
  charts?: ChartView;
  /** The place of the first row to show, where the asker has turned the pages. */
  from?: number;
}
