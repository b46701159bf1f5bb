import type { Message } from '../genie/types.ts';
import { findSupersededQueries } from './supersededQueries.ts';

/** The ids of the query attachments whose rows the answer needs, in order. Each one costs a call to Genie. */
export function queriesToFetch(message: Message): string[] {
  const superseded = findSupersededQueries(message);
  return message.attachments
    .filter((attachment) => attachment.kind === 'query' && !superseded.has(attachment.id))
    .map((attachment) => attachment.id);
}
