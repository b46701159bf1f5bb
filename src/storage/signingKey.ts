import { randomBytes } from 'node:crypto';
import { AppError } from '../common/errors.ts';
import type { Rows } from './rows/rows.ts';

const rowKey = { partition: 'signing', row: 'key' };

/**
 * Makes the function that reads the key by which links and tokens are signed: made up by the first instance that needs
 * one, kept in a row, the same for all. It is read once per process; deleting the row ends whatever was signed with it.
 */
export function createSigningKey(rows: Rows): () => Promise<Buffer> {
  let reading: Promise<Buffer> | undefined;
  return () => {
    reading ??= readKey(rows).catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
}

async function readKey(rows: Rows): Promise<Buffer> {
  const found = await rows.get(rowKey);
  if (found === undefined) {
    await rows.insert(rowKey, { key: randomBytes(32).toString('base64') });
  }
  // Another instance may have been first: what is in the row counts.
  const stored = (found ?? (await rows.get(rowKey)))?.columns['key'];
  const key = Buffer.from(String(stored ?? ''), 'base64');
  if (key.length < 32) throw new AppError('storage', 'The signing key is not there');
  return key;
}
