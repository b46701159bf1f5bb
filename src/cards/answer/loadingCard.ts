import { textElements } from '../markdown/textElements.ts';
import { fitToSize } from '../parts/fitToSize.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText } from '../parts/richText.ts';
import { answerSummary } from './answerSummary.ts';

export interface LoadingView extends Reader {
  /** How far the rows are, in a sentence. */
  progress: string;
}

/** What Genie says, while the rows behind it are still being read. The answer takes its place. */
export function loadingCard(
  texts: readonly string[],
  { channel, texts: words, progress }: LoadingView,
): OutgoingMessage {
  const summary = answerSummary({ texts: [...texts], tables: [] }, words);
  return fitToSize(({ textLength }) =>
    createMessage(
      channel,
      [...textElements(texts, textLength, words), noteText(progress)],
      summary,
    ),
  );
}
