import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';

const source = readFile(join(import.meta.dirname, 'inPage', 'findLayoutFaults.js'), 'utf8');

/**
 * What is wrong with how a card is set: something that sticks out of it, what is cut off, a number or a word of a table
 * or a button that is broken in two, more than two rows of tools. Pictures differ from one machine's fonts to another's; this holds
 * with all of them.
 */
export async function layoutFaults(card: Locator): Promise<string[]> {
  await card.page().evaluate(await source);
  return card.evaluate(
    (element) => Reflect.get(globalThis, 'findLayoutFaults')(element) as string[],
  );
}
