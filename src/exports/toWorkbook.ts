import { encodeText } from './encodeText.ts';
import { sheetXml } from './sheetXml.ts';
import type { WholeTable } from './wholeTable.ts';
import { CellStyles, packageParts } from './workbookParts.ts';

/**
 * A table as an Excel workbook (.xlsx, ECMA-376) of one sheet, with a bold header that stays visible. Numbers, dates and
 * times are stored as such if nothing is lost; texts are exact, but for characters that XML doesn't have.
 *
 * The sheet is written and compressed row by row. A library that builds it as a whole took 400 MB and blocked everybody
 * for seconds.
 *
 * @throws AppError `too-large`
 */
export async function* toWorkbook({ columns, rows }: WholeTable): AsyncGenerator<Uint8Array> {
  const { Zip, ZipDeflate } = await import('fflate');
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const write = async function* (path: string, texts: AsyncIterable<string>) {
    const part = new ZipDeflate(path);
    zip.add(part);
    for await (const chunk of encodeText(texts)) {
      part.push(chunk);
      yield* ready.splice(0);
    }
    part.push(new Uint8Array(), true);
  };
  const styles = new CellStyles();
  for (const [path, xml] of packageParts) yield* write(path, once(xml));
  yield* write('xl/worksheets/sheet1.xml', sheetXml({ columns, rows }, styles));
  // Which styles there are is known only now.
  yield* write('xl/styles.xml', once(styles.toXml()));
  zip.end();
  yield* ready;
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
