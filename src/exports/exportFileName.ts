import type { ExportFormat } from './signLink.ts';

const maxTitleLength = 80;
/** Not allowed in file names on Windows, or invisible in them: control characters, and marks that reverse text. */
const unfit = /[\\/:*?"<>|\p{C}\p{Zl}\p{Zp}]+/gu;

/**
 * The file name of a table: its title and the day.
 *
 * @param now milliseconds since 1970
 */
export function exportFileName(title: string | undefined, format: ExportFormat, now: number) {
  const clean = (title ?? '').slice(0, 4 * maxTitleLength).replace(unfit, ' ');
  const name = [...clean.replace(/\s+/g, ' ').trim()].slice(0, maxTitleLength).join('').trim();
  const day = new Date(now).toISOString().slice(0, 10);
  return `${name || 'Genie result'} ${day}.${format}`;
}
