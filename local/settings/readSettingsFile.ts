import { readFile } from 'node:fs/promises';
import { AppError } from '../../src/common/errors.ts';

/**
 * The text of a settings file, without the mark that some editors put first; `undefined` if there's no such file.
 *
 * @throws AppError `config` if it's there and can't be read
 */
export async function readSettingsFile(path: string): Promise<string | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') return undefined;
    const reason = code === 'EISDIR' ? 'is a folder, not a file' : `can’t be read (${code})`;
    throw new AppError('config', `${path} ${reason}.`, { cause: error });
  }
  const text = decode(bytes);
  // Windows PowerShell's `>` writes UTF-16, in which every other byte is 0.
  if (text === undefined || text.includes('\0')) {
    throw new AppError('config', `${path} isn’t UTF-8 text. Save it as UTF-8.`);
  }
  return text;
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
