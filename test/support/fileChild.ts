import { codeOf } from '../../src/common/errors.ts';
import { collectBytes } from '../../src/exports/collectBytes.ts';
import { encodeText } from '../../src/exports/encodeText.ts';
import { toCsv } from '../../src/exports/toCsv.ts';
import { toWorkbook } from '../../src/exports/toWorkbook.ts';
import { readLinkRows } from '../../src/gateway/readLinkRows.ts';

// A process that makes one file, and says what it took: `node fileChild.ts csv '{"rows":5,"columns":1,"cell":"x"}'`.

interface Wanted {
  rows: number;
  columns: number;
  /** What each cell begins with. */
  cell: string;
  /** How long a cell is. */
  length: number;
}

const [format = '', wanted = '{}'] = process.argv.slice(2);
const { rows, columns, cell, length } = JSON.parse(wanted) as Wanted;
const table = (count: number) => ({
  columns: Array.from({ length: columns }, (_, at) => ({ name: `c${at}`, type: 'STRING' })),
  rows: rowsOf(count),
});

function* rowsOf(count: number) {
  for (let row = 0; row < count; row += 1) {
    // All different, as the library that was here before kept each text once.
    yield Array.from({ length: columns }, (_, at) => `${row}.${at}`.padEnd(length, cell));
  }
}

const piece = 64 * 1024;

/** A part of a full result, as the cloud's storage sends it. */
async function* partOf(count: number) {
  yield '[';
  let isFirst = true;
  for (const row of rowsOf(count)) {
    const json = `${isFirst ? '' : ','}${JSON.stringify(row)}`;
    for (let at = 0; at < json.length; at += piece) yield json.slice(at, at + piece);
    isFirst = false;
  }
  yield ']';
}

async function make(count: number): Promise<number> {
  if (format === 'xlsx') return (await collectBytes(toWorkbook(table(count)), 50_000_000)).length;
  if (format === 'csv') {
    return (await collectBytes(encodeText(toCsv(table(count))), 50_000_000)).length;
  }
  const body = ReadableStream.from(encodeText(partOf(count)));
  let read = 0;
  for await (const row of readLinkRows(new Response(body as never), format)) read += row.length;
  return read;
}

// What is loaded or compiled on first use is there for every later file.
await make(0);
const before = process.memoryUsage.rss();
let blockedMs = 0;
let lastTurn = performance.now();
setInterval(() => {
  blockedMs = Math.max(blockedMs, performance.now() - lastTurn);
  lastTurn = performance.now();
}, 1).unref();
const size = await make(rows).catch((error: unknown) => codeOf(error));
// In kilobytes, whatever the platform calls them.
const grownMB = process.resourceUsage().maxRSS / 1024 - before / 2 ** 20;
process.stdout.write(JSON.stringify({ size, grownMB, blockedMs }));
