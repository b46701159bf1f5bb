import { htmlDocument } from '../document/htmlDocument.ts';
import { htmlPage } from '../document/htmlPage.ts';
import type { Transcript, TranscriptReader } from './transcript.ts';
import { titleOf, transcriptBlocks } from './transcriptBlocks.ts';

/** It's opened from a disk, where no server says what a page can do. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * A chat as an HTML page in one file, piece by piece: for light and dark, and for paper. Nothing in it runs, leads
 * anywhere or is loaded.
 */
export function transcriptHtml(transcript: Transcript, reader: TranscriptReader): Iterable<string> {
  return htmlPage({
    language: reader.texts.language,
    title: titleOf(transcript, reader),
    policy,
    body: htmlDocument(transcriptBlocks(transcript, reader)),
  });
}
