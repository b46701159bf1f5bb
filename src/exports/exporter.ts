import type { Clock } from '../common/clock.ts';
import { AppError, codeOf, type ErrorCode } from '../common/errors.ts';
import type { Log } from '../common/log.ts';
import { newErrorId, newNonce, personIdOf } from '../questions/ids.ts';
import { spend } from '../questions/pace/spendAllowance.ts';
import { vouchesFor } from '../questions/place.ts';
import type { AllowanceStore, QuestionStore } from '../questions/ports.ts';
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
  allowances: AllowanceStore;
  /** Reads a question's tables with its asker's rights. */
  readWholeTableFor: (question: Question) => ReadWholeTable;
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
  reason:
    | 'forged'
    | 'expired'
    | 'unknown'
    | 'busy'
    | 'one-at-a-time'
    | 'too-often'
    | 'too-large'
    | 'signed-out'
    | 'no-access'
    | 'failed';
  errorId?: string;
}

export type ExportOutcome = ExportFile | ExportRefusal;

/** Azure's front end drops a request after 230 s. */
const timeoutMs = 200_000;
/** The file is in memory twice for a moment, which is most of what making it takes. */
const maxBytes = 50_000_000;
/** A file takes up to 150 MB while it is being made, and the smallest instance has 512 MB for everything. */
const maxAtOnce = 2;
/** Everyone with the link counts as its person: each file costs a read of the whole result. */
const perPersonAndMinute = 10;

/**
 * Creates the function that turns a download link into its file: all rows of the table, or none. The file is built in
 * memory before its first byte is sent: the HTTP streams of `@azure/functions` have no back pressure and would hold all
 * of it in memory anyway (https://github.com/Azure/azure-functions-nodejs-library/issues/294), and a file that breaks
 * off halfway looks complete.
 */
export function createExporter(deps: ExportDeps): (link: SignedLink) => Promise<ExportOutcome> {
  const { links, questions, readWholeTableFor, clock, log } = deps;
  /** Whose files are being made, and whether a channel vouches for them. */
  const running = new Map<string, boolean>();

  async function openLink(signed: SignedLink): Promise<ExportOutcome> {
    const link = await links.open(signed);
    if (typeof link === 'string') return { reason: link };
    const question = (await questions.get(link.questionId))?.value;
    if (question?.messageId === undefined) return { reason: 'unknown' };
    const person = personIdOf(question.place);
    if (running.has(person)) return { reason: 'one-at-a-time' };
    const isVouchedFor = vouchesFor(question.place);
    const isFull = running.size >= maxAtOnce;
    // A visitor of a page can be as many people as they like: one file at a time is for them all.
    const isShareFull = !isVouchedFor && [...running.values()].includes(false);
    if (isFull || isShareFull) return { reason: 'busy' };
    running.set(person, isVouchedFor);
    try {
      const spending = {
        id: `${person}-downloads`,
        useId: newNonce(),
        perMinute: perPersonAndMinute,
      };
      if ((await spend(spending, deps)) !== 'allowed') return { reason: 'too-often' };
      return await makeFile(question, link);
    } finally {
      running.delete(person);
    }
  }

  async function makeFile(question: Question, link: ExportLink): Promise<ExportOutcome> {
    const { format } = link;
    const readWholeTable = readWholeTableFor(question);
    const table = await readWholeTable(
      idsOf(question),
      link.table,
      AbortSignal.timeout(timeoutMs),
    ).catch((error: unknown) => {
      throw question.askedAs === undefined ? error : toPersonal(error);
    });
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
      return { reason: reasonFor(code), errorId };
    }
  };
}

const reasons: Partial<Record<ErrorCode, ExportRefusal['reason']>> = {
  'identity-changed': 'unknown',
  'sign-in-mismatch': 'signed-out',
  'sign-in-refused': 'no-access',
  'sign-in-required': 'signed-out',
  'too-large': 'too-large',
};

function reasonFor(code: ErrorCode): ExportRefusal['reason'] {
  return reasons[code] ?? 'failed';
}

/** What Databricks refuses is the person's matter, where it was asked as them. */
function toPersonal(cause: unknown): unknown {
  const code = codeOf(cause);
  const personal =
    code === 'genie-unauthorized' || code === 'genie-sign-in'
      ? 'sign-in-required'
      : code === 'genie-forbidden' || code === 'genie-not-found'
        ? 'sign-in-refused'
        : undefined;
  return personal ? new AppError(personal, 'Databricks refused the person', { cause }) : cause;
}
