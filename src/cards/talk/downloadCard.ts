import { buttonRow } from '../parts/buttonRow.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText, richText } from '../parts/richText.ts';

const formats = ['csv', 'xlsx'] as const;

export interface DownloadView extends Reader {
  /** The addresses, by format. */
  urls: Partial<Record<'csv' | 'xlsx', string>>;
  /** How long the address works. */
  minutes: number;
}

/** A button for each file; chat pages show no links in texts. */
export function downloadCard(view: DownloadView): OutgoingMessage {
  const { channel, texts, urls, minutes } = view;
  const { open, content, expires, summary } = texts.lastAnswer.download;
  return createMessage(
    channel,
    [
      richText(content),
      buttonRow(
        channel,
        formats.flatMap((format) => {
          const url = urls[format];
          return url ? [{ type: 'Action.OpenUrl' as const, title: open[format], url }] : [];
        }),
      ),
      noteText(expires({ minutes })),
    ],
    summary,
  );
}
