import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText, richText } from '../parts/richText.ts';

export interface DownloadView extends Reader {
  format: 'csv' | 'xlsx';
  url: string;
  /** How long the address works. */
  minutes: number;
}

/** A button that opens a file; chat pages show no links in texts. */
export function downloadCard(view: DownloadView): OutgoingMessage {
  const { channel, texts, format, url, minutes } = view;
  const { open, content, expires, summary } = texts.lastAnswer.download;
  return createMessage(
    channel,
    [
      richText(content),
      { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: open[format], url }] },
      noteText(expires({ minutes })),
    ],
    summary,
  );
}
