import type { Clock } from '../common/clock.ts';
import { codeOf } from '../common/errors.ts';
import type { Log } from '../common/log.ts';
import { newErrorId } from '../questions/ids.ts';
import type { QuestionStore } from '../questions/ports.ts';
import type { Question } from '../questions/question.ts';
import { idsOf } from '../questions/question.ts';
import { collectText } from './collectText.ts';
import { exportFileName } from './exportFileName.ts';
import type { ExportLinks } from './exportLinks.ts';
import type { ExportFormat, ExportLink, SignedLink } from './signLink.ts';
import { toCsv } from './toCsv.ts';
import { toWorkbook } from './toWorkbook.ts';
import type { ReadWholeTable } from './wholeTable.ts';

export interface ExportDeps {
  links: ExportLinks;
  questions: Pick<QuestionStore, 'get'>;
  readWholeTable: ReadWholeTable;
  clock: Clock;
  log: Log;
}

export interface ExportFile {
  name: string;
  format: ExportFormat;
  bytes: Buffer;
}

/** Why there is no file. An error id is found again in the log. */
export interface ExportRefusal {
  reason: 'forged' | 'expired' | 'unknown' | 'busy' | 'too-large' | 'failed';
  errorId?: string;
}

export type ExportOutcome = ExportFile | ExportRefusal;

/** Azure's front end gives up on a request after 230 s. */
const timeoutMs = 200_000;
/** More than Genie gives of a result at once. */
const maxCsvBytes = 50 * 1024 * 1024;
/** A workbook takes up to some 350 MB while it is made, and instances have 2 GB for all they do. */
const maxAtOnce = 2;

/**
 * Makes the function that turns a download link into its file: all rows of the table, or none. The file is made in
 * memory before its first byte is sent, since the HTTP streams of `@azure/functions` know no back pressure and would
 * keep all of it there as well (https://github.com/Azure/azure-functions-nodejs-library/issues/294), and since a file
 * that breaks off half-way looks like a whole one.
 */
export function createExporter(deps: ExportDeps): (link: SignedLink) => Promise<ExportOutcome> {
  const { links, questions, readWholeTable, clock, log } = deps;
  let running = 0;

  async function openLink(signed: SignedLink): Promise<ExportOutcome> {
    const link = await links.open(signed);
    if (typeof link === 'string') return { reason: link };
    const question = (await questions.get(link.questionId))?.value;
    if (question?.messageId === undefined) return { reason: 'unknown' };
    if (running >= maxAtOnce) return { reason: 'busy' };
    running += 1;
    try {
      return await makeFile(question, link);
    } finally {
      running -= 1;
    }
  }

  async function makeFile(question: Question, link: ExportLink): Promise<ExportOutcome> {
    const { format } = link;
    const table = await readWholeTable(idsOf(question), link.table, AbortSignal.timeout(timeoutMs));
    if (table === undefined) return { reason: 'unknown' };
    const bytes = await (format === 'csv'
      ? collectText(toCsv(table), maxCsvBytes)
      : toWorkbook(table));
    log.info('answer.exported', { questionId: question.id, format, bytes: bytes.length });
    return { name: exportFileName(table.title, format, clock.now()), format, bytes };
  }

  return async (signed) => {
    try {
      return await openLink(signed);
    } catch (error) {
      const errorId = newErrorId();
      const code = codeOf(error);
      log.warn('export.failed', { errorId, code, error });
      return { reason: code === 'too-large' ? 'too-large' : 'failed', errorId };
    }
  };
}
