import type { ErrorCode } from '../../common/errors.ts';
import type { Identity } from '../../common/identity.ts';
import type { RefusalDetail } from '../../genie/errors.ts';
import type { FailureKind } from '../../genie/failureKinds.ts';
import { personWords } from './personWords.ts';
import { adminOnly, type FailureWords, noWayOn, retryable } from './waysOn.ts';

const wordsByCode: Readonly<Record<ErrorCode, FailureWords>> = {
  'bad-request': {
    what: 'I couldn’t process this question.',
    advice: 'Please ask it again as plain text.',
    ...noWayOn,
  },
  'cleared-by-admin': { what: 'An admin removed this question from the queue.', ...retryable },
  'cancelled-by-asker': { what: 'You cancelled this question.', ...retryable },
  config: { what: 'This bot isn’t fully set up.', ...adminOnly },
  'conversation-closed': {
    what: 'Genie can’t continue our conversation.',
    advice: 'Asking again starts a new one.',
    ...retryable,
  },
  'conversation-gone': {
    what: 'Genie no longer has our conversation.',
    advice: 'Asking again starts a new one.',
    ...retryable,
  },
  'delivery-unsure': {
    what: 'I sent the answer, but I can’t tell whether it arrived.',
    advice: 'If you don’t see it above, I can show it again.',
    ...retryable,
  },
  'genie-bad-response': {
    what: 'Genie sent a reply I couldn’t understand.',
    advice: 'Please try again in a moment.',
    ...retryable,
  },
  'genie-cancelled': { what: 'This question was cancelled in Genie.', ...retryable },
  'genie-declined': {
    what: 'Genie didn’t accept this question.',
    advice: 'Please shorten or rephrase it.',
    ...noWayOn,
  },
  'genie-disabled': {
    what: 'Genie, or a feature it needs, is turned off in this Databricks workspace.',
    ...adminOnly,
  },
  'genie-failed': {
    what: 'Genie couldn’t answer this question.',
    advice: 'Rephrasing it often helps.',
    ...retryable,
  },
  'genie-forbidden': { what: 'This bot doesn’t have permission to use Genie.', ...adminOnly },
  'genie-inactive': {
    what: 'Genie or its Databricks workspace is paused or not active.',
    ...adminOnly,
  },
  'genie-not-found': {
    what: 'The Genie space for this bot can’t be found, or the bot has no access to it.',
    ...adminOnly,
  },
  'genie-redirected': {
    what: 'Databricks sent me to another address instead of answering.',
    ...adminOnly,
  },
  'genie-sign-in': {
    what: 'Databricks asked me to sign in instead of answering.',
    ...adminOnly,
  },
  'genie-throttled': {
    what: 'Genie has reached its question limit for now.',
    advice: 'Please try again in a minute.',
    ...retryable,
  },
  'genie-timeout': {
    what: 'Genie took too long to answer.',
    advice:
      'If the answer still arrives, I’ll post it here. Narrower questions, such as one month or one region, are often faster.',
    ...retryable,
  },
  'genie-unauthorized': { what: 'Databricks didn’t accept this bot’s credentials.', ...adminOnly },
  'genie-unavailable': {
    what: 'Genie is busy or unavailable right now.',
    advice: 'Please try again in a few minutes.',
    ...retryable,
  },
  'genie-unreachable': {
    what: 'I couldn’t reach Databricks.',
    advice: 'Please try again in a few minutes.',
    ...retryable,
  },
  'identity-changed': {
    what: 'This was asked with other rights than the ones you have here now, so I can no longer use it.',
    advice: 'Please ask again.',
    ...retryable,
  },
  internal: {
    what: 'Something went wrong on our side.',
    advice: 'Please try again.',
    ...retryable,
  },
  'no-space': { what: 'This bot doesn’t have access to any Genie space.', ...adminOnly },
  'secret-unavailable': {
    what: 'This bot couldn’t get its Databricks credentials.',
    ...adminOnly,
  },
  'sign-in-expired': {
    what: 'Your sign-in ran out before the answer was here.',
    advice: 'Please ask again.',
    ...retryable,
  },
  'sign-in-late': {
    what: 'I waited 15 minutes for you to sign in, so I didn’t ask Genie.',
    advice: 'Please ask again.',
    ...retryable,
  },
  'sign-in-mismatch': {
    what: 'You signed in with another account than the one you use here, so I signed you out.',
    advice: 'Please ask again, and sign in with the account you use here.',
    ...retryable,
  },
  'sign-in-refused': {
    what: 'Databricks doesn’t accept your account.',
    advice: 'It might not know you yet.',
    ...adminOnly,
  },
  'sign-in-replaced': {
    what: 'You asked a newer question before you signed in, so I didn’t ask this one.',
    ...retryable,
  },
  'sign-in-required': {
    what: 'Genie answers with your Databricks rights, so you need to sign in first.',
    advice: 'Type “sign in” in our own chat, then ask again.',
    ...retryable,
  },
  'sign-in-unavailable': {
    what: 'I couldn’t reach the service that keeps your sign-in.',
    advice: 'Please try again in a few minutes.',
    ...retryable,
  },
  storage: {
    what: 'I couldn’t save my work.',
    advice: 'Please try again in a few minutes.',
    ...retryable,
  },
  'too-busy': {
    what: 'Too many questions are waiting, so I couldn’t accept this one.',
    advice: 'Please try again in a few minutes.',
    ...retryable,
  },
  'too-large': {
    what: 'This result is too large to load.',
    advice: 'Please ask for fewer rows or columns.',
    ...noWayOn,
  },
  undeliverable: {
    what: 'The answer was ready, but I couldn’t deliver it here.',
    advice: 'Please try again in a moment.',
    ...retryable,
  },
};

const noPermission = 'This bot doesn’t have permission to use Genie';

/** What Databricks keeps the bot out of, or why, if it says. */
const wordsByRefusal: Readonly<Record<RefusalDetail, FailureWords>> = {
  address: {
    what: 'Databricks doesn’t let this bot in from its IP address.',
    ...adminOnly,
  },
  permissions: { what: `${noPermission}: it can’t see the data this needs.`, ...adminOnly },
  'private-link': {
    what: 'This Databricks workspace lets nobody in from outside its private network.',
    ...adminOnly,
  },
  scope: { what: 'This bot’s Databricks credentials don’t include Genie.', ...adminOnly },
  'space-access': { what: `${noPermission}: it can’t use the Genie space.`, ...adminOnly },
  'warehouse-access': { what: `${noPermission}: it can’t use the SQL warehouse.`, ...adminOnly },
  'workspace-access': {
    what: `${noPermission}: it can’t use the Databricks workspace.`,
    ...adminOnly,
  },
};

/** Why Genie itself failed, if its error type says. */
const wordsByGenieFailure: Readonly<Record<Exclude<FailureKind, 'unknown'>, FailureWords>> = {
  transient: {
    what: 'Genie ran into an internal problem.',
    advice: 'Please try again in a moment.',
    ...retryable,
  },
  admin: { what: 'Genie is turned off or out of budget in this workspace.', ...adminOnly },
  permissions: {
    what: 'Genie doesn’t have access to the data this question needs (the tables or the SQL warehouse).',
    ...adminOnly,
  },
  'workspace-access': wordsByRefusal['workspace-access'],
  'space-access': wordsByRefusal['space-access'],
  'warehouse-access': {
    what: 'Genie doesn’t have access to the data this question needs: it can’t use the SQL warehouse.',
    ...adminOnly,
  },
  warehouse: {
    what: 'The SQL warehouse that Genie uses isn’t available: it’s stopped, deleted or over its quota.',
    ...adminOnly,
  },
  space: { what: 'The Genie space isn’t set up correctly.', ...adminOnly },
  'too-long': {
    what: 'This conversation has become too long for Genie.',
    advice: 'Type “reset” to start a new conversation, and ask for less at a time.',
    ...noWayOn,
  },
  'sql-too-long': {
    what: 'Genie’s query for this question is too long to run.',
    advice: 'Please ask for less at a time.',
    ...noWayOn,
  },
  'content-policy': {
    what: 'Genie declined this question because of its content policy.',
    advice: 'Please rephrase it.',
    ...noWayOn,
  },
  rephrase: {
    what: 'Genie couldn’t write a query for this question.',
    advice: 'Try rephrasing it: say what to measure, for which period, and how to group it.',
    ...retryable,
  },
  'query-failed': {
    what: 'Genie wrote a query for this question, but it failed.',
    advice: 'Rephrasing the question often helps.',
    ...retryable,
  },
  concurrency: {
    what: 'Genie was still answering another question in this conversation.',
    advice: 'Please try again in a moment.',
    ...retryable,
  },
  cancelled: wordsByCode['genie-cancelled'],
  'start-anew': {
    what: 'Genie can’t continue this conversation.',
    advice: 'Type “reset” to start a new one, then ask again.',
    ...noWayOn,
  },
};

/** The words that depend on a detail, by code. */
const wordsByDetail: Partial<Record<ErrorCode, Readonly<Record<string, FailureWords>>>> = {
  'genie-failed': wordsByGenieFailure,
  'genie-forbidden': wordsByRefusal,
};

/**
 * The words for a failure.
 *
 * @param detail Genie's kind of failure, or why it keeps the bot or the person out
 * @param identity whose rights were missing: only the asker's are called theirs
 */
export function failureWords(
  code: ErrorCode,
  detail = '',
  identity: Identity = 'bot',
): FailureWords {
  const personal = identity === 'person' ? personWords(code, detail) : undefined;
  if (personal) return personal;
  const words = wordsByDetail[code] ?? {};
  return Object.hasOwn(words, detail) && words[detail] ? words[detail] : wordsByCode[code];
}
