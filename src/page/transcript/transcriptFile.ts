import { collectBytes } from '../../exports/collectBytes.ts';
import { encodeText } from '../../exports/encodeText.ts';
import { exportFileName } from '../../exports/exportFileName.ts';
import type { Transcript, TranscriptReader } from './transcript.ts';
import { titleOf } from './transcriptBlocks.ts';
import { transcriptHtml } from './transcriptHtml.ts';
import { transcriptMarkdown } from './transcriptMarkdown.ts';

export type TranscriptFormat = 'markdown' | 'html';

export interface TranscriptFile {
  /** With its extension; for `contentDisposition`. */
  name: string;
  contentType: string;
  bytes: Buffer;
}

/** As of a table: the file is in memory twice for a moment. */
const maxBytes = 50_000_000;

const formats = {
  markdown: {
    extension: 'md',
    contentType: 'text/markdown; charset=utf-8',
    write: transcriptMarkdown,
  },
  html: { extension: 'html', contentType: 'text/html; charset=utf-8', write: transcriptHtml },
} as const;

/**
 * A chat as a file to be saved. Other people's requests have their turn while it's written.
 *
 * @throws AppError `too-large`
 */
export async function transcriptFile(
  transcript: Transcript,
  format: TranscriptFormat,
  reader: TranscriptReader,
): Promise<TranscriptFile> {
  const { extension, contentType, write } = formats[format];
  const bytes = await collectBytes(encodeText(write(transcript, reader)), maxBytes);
  const name = exportFileName(titleOf(transcript, reader), extension, transcript.savedAt);
  return { name, contentType, bytes };
}
