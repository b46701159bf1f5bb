import type { ErrorCode } from '../../common/errors.ts';
import type { FailureKind } from '../../genie/failureKinds.ts';

export interface FailureWords {
  /** What happened. */
  what: string;
  /** What the person can do. */
  advice?: string;
  /** Whether asking the same again may work. */
  tryAgain: boolean;
  /** Whether somebody must change something first. */
  needsAdmin: boolean;
}

const retryable = { tryAgain: true, needsAdmin: false };
const adminOnly = { tryAgain: false, needsAdmin: true };

const wordsByCode: Readonly<Record<ErrorCode, FailureWords>> = {
  'bad-request': {
    what: 'This question could not be read.',
    advice: 'Please ask it again as plain text.',
    tryAgain: false,
    needsAdmin: false,
  },
  'cancelled-by-asker': { what: 'You cancelled this question.', ...retryable },
  config: { what: 'This bot is not set up completely.', ...adminOnly },
  'conversation-gone': {
    what: 'Genie no longer has our conversation.',
    advice: 'Asking again starts a new one.',
    ...retryable,
  },
  'delivery-unsure': {
    what: 'I sent the answer, but could not make sure that it arrived.',
    advice: 'If you do not see it above, I can show it again.',
    ...retryable,
  },
  'genie-bad-response': {
    what: 'Genie sent a reply that this bot does not understand.',
    advice: 'Please try again in a moment.',
    ...retryable,
  },
  'genie-cancelled': { what: 'This question was cancelled in Genie.', ...retryable },
  'genie-failed': {
    what: 'Genie could not answer this question.',
    advice: 'Asking it in other words often helps.',
    ...retryable,
  },
  'genie-forbidden': { what: 'This bot is not allowed to ask Genie.', ...adminOnly },
  'genie-not-found': {
    what: 'Genie does not find what this bot is set up to ask, or does not let it look.',
    ...adminOnly,
  },
  'genie-throttled': {
    what: 'Genie is answering as many questions as it may right now.',
    advice: 'Please try again in a minute.',
    ...retryable,
  },
  'genie-timeout': {
    what: 'Genie took too long over this question.',
    advice:
      'Should the answer still come, you get it here. A narrower question, say one month or one region, is often quicker.',
    ...retryable,
  },
  'genie-unauthorized': { what: 'Databricks did not accept this bot’s credentials.', ...adminOnly },
  'genie-unavailable': {
    what: 'Genie is busy or not available at the moment.',
    advice: 'Please try again in a few minutes.',
    ...retryable,
  },
  'genie-unreachable': {
    what: 'Databricks could not be reached.',
    advice: 'Please try again in a few minutes.',
    ...retryable,
  },
  internal: {
    what: 'Something went wrong on our side.',
    advice: 'Please try again.',
    ...retryable,
  },
  'no-space': { what: 'There is no Genie space that this bot may ask.', ...adminOnly },
  'secret-unavailable': {
    what: 'This bot could not get its Databricks credentials.',
    ...adminOnly,
  },
  storage: {
    what: 'This bot could not save its work.',
    advice: 'Please try again in a few minutes.',
    ...retryable,
  },
  'too-busy': {
    what: 'Many questions are waiting already, so this one was not taken on.',
    advice: 'Please try again in a few minutes.',
    ...retryable,
  },
  'too-large': {
    what: 'This result is too large to be read at once.',
    advice: 'Please ask for fewer rows or columns.',
    tryAgain: false,
    needsAdmin: false,
  },
  undeliverable: {
    what: 'The answer was ready but could not be delivered here.',
    advice: 'Please ask again.',
    ...retryable,
  },
};

/** Why Genie itself failed, where its error type tells. */
const wordsByGenieFailure: Readonly<Record<Exclude<FailureKind, 'unknown'>, FailureWords>> = {
  transient: {
    what: 'Genie had a problem of its own with this question.',
    advice: 'Please try again in a moment.',
    ...retryable,
  },
  admin: { what: 'Genie is switched off or out of budget in this workspace.', ...adminOnly },
  permissions: {
    what: 'Genie may not read the data that this question needs.',
    advice: 'Access to the tables or to the SQL warehouse is missing.',
    ...adminOnly,
  },
  space: { what: 'The Genie space is not set up correctly.', ...adminOnly },
  'too-long': {
    what: 'This question and what was said before it are too long for Genie.',
    advice: 'Write “reset” to start a new conversation, and ask for less at once.',
    tryAgain: false,
    needsAdmin: false,
  },
  'sql-too-long': {
    what: 'The query that Genie wrote for this question is too long to be run.',
    advice: 'Please ask for less at once: fewer figures, or a narrower question.',
    tryAgain: false,
    needsAdmin: false,
  },
  'content-policy': {
    what: 'Genie declined this question because of its content policy.',
    advice: 'Please ask it in other words.',
    tryAgain: false,
    needsAdmin: false,
  },
  rephrase: {
    what: 'Genie could not write a query for this question.',
    advice: 'Asking it in other words often helps: name the measure, the period and the grouping.',
    ...retryable,
  },
  concurrency: {
    what: 'Genie was still busy with another question of this conversation.',
    advice: 'Please try again in a moment.',
    ...retryable,
  },
  cancelled: wordsByCode['genie-cancelled'],
  'start-anew': {
    what: 'Genie cannot go on with this conversation.',
    advice: 'Write “reset” to start a new one, and ask again.',
    tryAgain: false,
    needsAdmin: false,
  },
};

/** The words for a failure. `detail` is Genie's kind of failure and counts for `genie-failed` only. */
export function failureWords(code: ErrorCode, detail?: string): FailureWords {
  return code === 'genie-failed' && isKnownFailure(detail)
    ? wordsByGenieFailure[detail]
    : wordsByCode[code];
}

function isKnownFailure(detail: string | undefined): detail is keyof typeof wordsByGenieFailure {
  return detail !== undefined && Object.hasOwn(wordsByGenieFailure, detail);
}
