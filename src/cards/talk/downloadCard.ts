import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText, richText } from '../parts/richText.ts';

export interface DownloadView extends Reader {
  format: 'csv' | 'xlsx';
  url: string;
  /** How long the address works. */
  minutes: number;
}

const names = { csv: 'CSV', xlsx: 'Excel' };

/** A button that opens a file; chat pages show no links in texts. */
export function downloadCard({ channel, format, url, minutes }: DownloadView): OutgoingMessage {
  const title = `Open the ${names[format]} file`;
  const term = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return createMessage(
    channel,
    [
      richText('The file contains every row of the table.'),
      { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title, url }] },
      noteText(`Anyone with this link can open the file. It expires in ${term}.`),
    ],
    'Your file is ready.',
  );
}
