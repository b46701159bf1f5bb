import type { Answer } from '../../../src/answers/answer.ts';
import type {
  Transcript,
  TranscriptReader,
  TranscriptTurn,
} from '../../../src/page/transcript/transcript.ts';
import { textsFor } from '../../../src/texts/textsFor.ts';

/** 28 November 2026, 16:05 in Berlin. */
export const savedAt = Date.UTC(2026, 10, 28, 15, 5);

export function aTranscript(
  turns: readonly TranscriptTurn[],
  overrides: Partial<Transcript> = {},
): Transcript {
  return { title: 'Revenue by region', spaceTitle: 'Sales', savedAt, turns, ...overrides };
}

export function aTurn(
  question: string | undefined,
  outcome: TranscriptTurn['outcome'],
): TranscriptTurn {
  return { askedAt: Date.UTC(2026, 10, 28, 14, 3), question, outcome };
}

export const answered = (question: string, answer: Answer) =>
  aTurn(question, { kind: 'answer', answer });

/** Someone in Berlin, unless told otherwise. */
export function aReader(locale = 'en-GB', timeZone = 'Europe/Berlin'): TranscriptReader {
  return { texts: textsFor(locale, 'en-US'), locale, timeZone };
}
