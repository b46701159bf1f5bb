import type { Clock } from '../common/clock.ts';
import { codeOf } from '../common/errors.ts';
import type { Log } from '../common/log.ts';
import { newErrorId } from '../questions/ids.ts';
import type { QuestionStore } from '../questions/ports.ts';
import type { Question } from '../questions/question.ts';
import { idsOf } from '../questions/question.ts';
import { collectBytes } from './collectBytes.ts';
import { encodeText } from './encodeText.ts';
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

/** Why there is no file. The error ID is in the log. */
export interface ExportRefusal {
  reason: 'forged' | 'expired' | 'unknown' | 'busy' | 'too-large' | 'failed';
  errorId?: string;
}

export type ExportOutcome = ExportFile | ExportRefusal;

/** Azure's front end drops a request after 230 s. */
const timeoutMs = 200_000;
/** The file is in memory twice for a moment, which is most of what making it takes. */
const maxBytes = 50_000_000;
/** A file takes up to 150 MB while it is being made, and the smallest instance has 512 MB for everything. */
const maxAtOnce = 2;

/**
 * Creates the function that turns a download link into its file: all rows of the table, or none. The file is built in
 * memory before its first byte is sent: the HTTP streams of `@azure/functions` have no back pressure and would hold all
 * of it in memory anyway (https://github.com/Azure/azure-functions-nodejs-library/issues/294), and a file that breaks
 * off halfway looks complete.
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
    const chunks = format === 'csv' ? encodeText(toCsv(table)) : toWorkbook(table);
    const bytes = await collectBytes(chunks, maxBytes);
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
