import type { AnswerTable } from '../../src/answers/answer.ts';
import { missingText } from '../../src/cards/answer/missingText.ts';
import { plainText } from '../../src/cards/parts/plainText.ts';
import { AppError } from '../../src/common/errors.ts';
import { toCsv } from '../../src/exports/toCsv.ts';
import { terminalReader } from '../terminalReader.ts';
import type { Asked } from './askGenie.ts';
import { textTable } from './textTable.ts';

type Write = (text: string) => void;

const maxRows = 50;
const numbers = new Intl.NumberFormat('en-US');

/** An answer for people: texts, and each table with its SQL. */
export async function printAnswer({ answer }: Asked, write: Write): Promise<void> {
  const { texts, tables, questionBack, suggestions } = answer;
  for (const text of texts) write(`${plainText(text)}\n\n`);
  for (const table of tables) printTable(table, write);
  if (questionBack) write(`${plainText(questionBack)}\n\n`);
  if (suggestions.length > 0) {
    write(`You could ask next:\n${suggestions.map((text) => `  ${plainText(text)}\n`).join('')}`);
  }
}

function printTable(table: AnswerTable, write: Write): void {
  if (table.title) write(`${plainText(table.title)}\n`);
  if (table.error === undefined) write(textTable(table, maxRows));
  else
    write(
      `The rows couldn’t be loaded: ${plainText(missingText(table.error, terminalReader.texts))}\n`,
    );
  const hidden = table.totalRows - Math.min(table.rows.length, maxRows);
  if (hidden > 0) write(`… and ${numbers.format(hidden)} more rows\n`);
  if (table.truncated) write('… and more that Genie didn’t return\n');
  write(`\n${plainText((table.sql ?? '').trim())}\n\n`);
}

/** An answer for programs. */
export async function printJson({ ids, answer }: Asked, write: Write): Promise<void> {
  write(`${JSON.stringify({ ...ids, ...answer }, null, 2)}\n`);
}

/** The rows of the answer's first table, formatted like the bot's download. */
export async function printCsv({ answer }: Asked, write: Write): Promise<void> {
  const [table] = answer.tables;
  if (table === undefined) throw new AppError('bad-request', 'the answer has no table');
  for await (const line of toCsv(table)) write(line.replace(/^\uFEFF/, ''));
}
