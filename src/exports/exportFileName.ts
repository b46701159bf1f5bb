const maxTitleLength = 80;
/** In UTF-8: file systems take 255 in all. */
const maxTitleBytes = 200;
/** Not allowed in file names on Windows, or invisible in them: control characters, and marks that reverse text. */
const unfit = /[\\/:*?"<>|\p{C}\p{Zl}\p{Zp}]+/gu;

const graphemes = new Intl.Segmenter('en');

/**
 * The name of a file: its title and the day.
 *
 * @param extension `csv`
 * @param now milliseconds since 1970
 */
export function exportFileName(title: string | undefined, extension: string, now: number) {
  const clean = (title ?? '').slice(0, 4 * maxTitleLength).replace(unfit, ' ');
  const name = shorten(clean.replace(/\s+/g, ' ').trim()).trim();
  const day = new Date(now).toISOString().slice(0, 10);
  return `${name || 'Genie result'} ${day}.${extension}`;
}

/** Cut between characters as people see them. */
function shorten(title: string): string {
  let [kept, bytes, length] = ['', 0, 0];
  for (const { segment } of graphemes.segment(title)) {
    bytes += Buffer.byteLength(segment);
    length += [...segment].length;
    if (bytes > maxTitleBytes || length > maxTitleLength) break;
    kept += segment;
  }
  return kept;
}
