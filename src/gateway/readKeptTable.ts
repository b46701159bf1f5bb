import { lacksRows } from '../answers/text/ownRows.ts';
import type { WholeTable } from '../exports/wholeTable.ts';
import type { MessageIds } from '../genie/types.ts';
import type { Answerer } from '../questions/ports.ts';

/**
 * Reads a table that came with its answer by reading that once more: it rests where the answer does, and no statement
 * stands for it. `undefined` where the answer has no such table, or not all of it.
 */
export async function readKeptTable(
  answerer: Pick<Answerer, 'getMessage' | 'readAnswer'>,
  ids: MessageIds,
  attachmentId: string,
  signal: AbortSignal,
): Promise<WholeTable | undefined> {
  const { tables } = await answerer.readAnswer(await answerer.getMessage(ids, signal), signal);
  return tables.find((table) => table.attachmentId === attachmentId && !lacksRows(table));
}
