import type { Answer } from '../../answers/answer.ts';
import type { DrawChart } from '../../cards/chart/chartElement.ts';
import type { Reader } from '../../cards/parts/reader.ts';
import type { Schedule } from '../../schedule/schedule.ts';

/** A chat as it was, to be written as a file. */
export interface Transcript {
  /** Empty if it has none. */
  title: string;
  spaceTitle?: string;
  /** Milliseconds since 1970, as all times here. */
  savedAt: number;
  /** Older turns were left out. */
  isCut?: true;
  /** Oldest first. */
  turns: readonly TranscriptTurn[];
}

export interface TranscriptTurn {
  askedAt: number;
  /** A subscription asked it, at these times. */
  schedule?: Schedule;
  /** `undefined` if it is no longer known. */
  question: string | undefined;
  outcome: TranscriptOutcome;
}

export type TranscriptOutcome =
  | {
      kind: 'answer';
      answer: Answer;
      /** A serving endpoint gave it, not Genie. */
      isFromEndpoint?: true;
    }
  /** What the person was told; Markdown. */
  | { kind: 'failure'; text: string }
  | { kind: 'open' }
  | { kind: 'cancelled' };

/** Who reads the file. */
export interface TranscriptReader extends Pick<Reader, 'texts' | 'locale' | 'timeZone'> {
  /** Draws the charts for HTML; absent: there are none, as in the chat where charts are turned off. */
  draw?: DrawChart;
  /** Charts are told in words, for Markdown, which has no pictures of its own. */
  inWords?: true;
}
