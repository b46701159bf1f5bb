import { unzipSync } from 'fflate';

/** The first sheet of a workbook, as far as our own need reading. */
export interface ReadWorkbook {
  /** Texts, numbers and booleans; a cell that is not there is `null`. Dates are Excel's numbers. */
  rows: (string | number | boolean | null)[][];
  /** The number format of each cell, by its reference; absent where it is Excel's general one. */
  formats: Map<string, string>;
  /** The XML of a part, such as `xl/worksheets/sheet1.xml`. */
  part(name: string): string;
}

/** Reads an .xlsx file (ECMA-376), independently of what wrote it. */
export function readWorkbook(file: Uint8Array): ReadWorkbook {
  const parts = unzipSync(file);
  const part = (name: string) => new TextDecoder().decode(parts[name] ?? new Uint8Array());
  const styles = readFormats(part('xl/styles.xml'));
  const formats = new Map<string, string>();
  const rows: ReadWorkbook['rows'] = [];
  const sheet = part('xl/worksheets/sheet1.xml');
  for (const [, number, cells] of sheet.matchAll(/<row r="(\d+)"[^>]*?(?:\/>|>(.*?)<\/row>)/gs)) {
    const row: ReadWorkbook['rows'][number] = [];
    for (const [, column = '', line, attributes = '', value] of (cells ?? '').matchAll(
      /<c r="([A-Z]+)(\d+)"([^>]*?)(?:\/>|><(?:v|is)>(.*?)<\/(?:v|is)><\/c>)/gs,
    )) {
      const index = columnIndex(column);
      while (row.length < index) row.push(null);
      row[index] = value === undefined ? null : readValue(value, attributes);
      const format = styles[Number(/ s="(\d+)"/.exec(attributes)?.[1])];
      if (format) formats.set(`${column}${line}`, format);
    }
    rows[Number(number) - 1] = row;
  }
  return { rows, formats, part };
}

function readValue(value: string, attributes: string) {
  const type = / t="(\w+)"/.exec(attributes)?.[1];
  if (type === 'inlineStr') return unescapeText(/<t[^>]*>(.*?)<\/t>/s.exec(value)?.[1] ?? '');
  return type === 'b' ? value === '1' : Number(value);
}

function readFormats(styles: string): (string | undefined)[] {
  const codes = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(
      ([, id, code = '']) => [id, unescapeText(code)],
    ),
  );
  const cells = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(styles)?.[1] ?? '';
  return [...cells.matchAll(/<xf ([^>]*)>/g)].map(([, attributes = '']) =>
    codes.get(/numFmtId="(\d+)"/.exec(attributes)?.[1]),
  );
}

function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** XML's entities, and the workbook's own escape for characters: `_x0041_` is `A`. */
function unescapeText(text: string): string {
  return text
    .replace(/&(\w+);/g, (whole, name) => entities[name] ?? whole)
    .replace(/_x([0-9a-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}
