import type { ChartWish } from '../../answers/chart.ts';
import type { Rating } from '../../genie/types.ts';
import type { Run } from '../../questions/subscription.ts';
import type { DrawChart } from '../chart/chartElement.ts';
import type { CardLimits } from '../parts/cardLimits.ts';
import type { Origin } from '../parts/outgoingMessage.ts';
import type { Reader } from '../parts/reader.ts';

export interface TablePage {
  attachmentId: string;
  from: number;
}

/** What a card needs to know besides the answer. */
export interface AnswerView extends Reader {
  /** Opaque; a click brings it back. */
  answerKey: string;
  /** Empty if it is no longer known. */
  question: string;
  spaceTitle?: string;
  durationMs: number;
  /** Whether people can rate the answer. */
  feedback: boolean;
  rating?: Rating;
  /** Whether tables can be downloaded. */
  downloads?: boolean;
  /** Where it was asked, if the answer is for the asker's own chat: they can share it there. */
  askedIn?: Origin;
  /** It was shared: without what only the asker can do. */
  isShared?: true;
  /** A serving endpoint gave it, not Genie. */
  isFromEndpoint?: true;
  /** Its question can't be asked again: a button said it, or it's what a subscription asks and would be a command. */
  isAskedOnce?: true;
  /** A subscription asked. */
  run?: Run;
  /** Its question can be subscribed to. */
  canSubscribe?: boolean;
  /** It isn't below its question: a button asked, or it's shown again. */
  isApart?: true;
  /** The texts are sent beside the card, which has the rest. */
  isTextSent?: true;
  /** Absent: no charts. */
  charts?: ChartView;
  /** The table whose pages the asker turns, and the index of its first row to show. */
  page?: TablePage;
  /** The size limit of the message in bytes of UTF-16, if lower than usual. */
  maxBytes?: number;
  /** Why this answer didn't continue the earlier conversation. */
  startedAnew?: 'conversation-gone' | 'idle' | 'identity' | 'mode' | 'space';
}

/** How charts are shown. */
export interface ChartView {
  /** What the asker wants to see; if absent, the shape of the data decides. */
  wish?: ChartWish;
  /** Draws for channels that can't draw charts themselves; if absent, they show none. */
  draw?: DrawChart;
}

export interface SectionView extends Reader {
  limits: CardLimits;
  /** The answer's text says figures: a chart has no need to repeat them. */
  isSummedUp?: boolean;
  /** Tells the tables of one card apart. */
  index: number;
  answerKey: string;
  /** Whether tables can be downloaded. */
  downloads?: boolean;
  /** Without buttons that only the asker can use. */
  isShared?: true;
  /** Absent: no charts. */
  charts?: ChartView;
  /** The index of the first row to show, if the asker has turned pages. */
  from?: number;
}
