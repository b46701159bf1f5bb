import { markdownDocument } from '../document/markdownDocument.ts';
import type { Transcript, TranscriptReader } from './transcript.ts';
import { transcriptBlocks } from './transcriptBlocks.ts';

/**
 * A chat as Markdown (GFM), piece by piece. What comes from data or from Genie is shown as it is: nothing in it is a link,
 * a picture or HTML.
 */
export function transcriptMarkdown(
  transcript: Transcript,
  reader: TranscriptReader,
): Iterable<string> {
  return markdownDocument(transcriptBlocks(transcript, { ...reader, inWords: true }));
}
