import type { ErrorCode } from '../../common/errors.ts';
import type { FailureText } from '../failureText.ts';

/** Why there is no answer, or something else that was asked for, and what the person can do. */
export function failures() {
  return {
    byCode,
    /** Before why a command, a click or a rating failed. */
    didntWork: 'That didn’t work.',
    /** `duration`: how long. */
    silence: ({ duration }: { duration: string }) => `Genie didn’t answer for ${duration}.`,
    /** Below it is `errorId`. */
    contact: ({ contact }: { contact: string }) =>
      `Please contact ${contact} and quote the error ID below.`,
    contactAdmin: 'Please contact your admin and quote the error ID below.',
    /** In one line with `errorIdAtEnd`. */
    contactWithThisId: ({ contact }: { contact: string }) =>
      `Please contact ${contact} and quote this error ID.`,
    errorId: ({ errorId }: { errorId: string }) => `Error ID: ${errorId}`,
    errorIdAtEnd: ({ errorId }: { errorId: string }) => `(Error ID: ${errorId})`,
    /** Buttons. */
    tryAgain: 'Try again',
    showTheAnswer: 'Show the answer',
  };
}

const byCode: Readonly<Record<ErrorCode, FailureText>> = {
  'answer-gone': { what: 'I no longer have this answer.', advice: 'Please ask again.' },
  'bad-request': {
    what: 'I couldn’t process this question.',
    advice: 'Please ask it again as plain text.',
  },
  'chat-deleted': { what: 'This chat was deleted.', advice: 'Please start a new chat.' },
  'cleared-by-admin': { what: 'An admin removed this question from the queue.' },
  'cancelled-by-asker': { what: 'You cancelled this question.' },
  config: { what: 'This bot isn’t fully set up.' },
  'conversation-closed': {
    what: 'Genie can’t continue our conversation.',
    advice: 'Asking again starts a new one.',
  },
  'conversation-gone': {
    what: 'Genie no longer has our conversation.',
    advice: 'Asking again starts a new one.',
  },
  'delivery-unsure': {
    what: 'I sent the answer, but I can’t tell whether it arrived.',
    advice: 'If you don’t see it above, I can show it again.',
  },
  'endpoint-busy': {
    what: 'This endpoint has reached its limit for now.',
    advice: 'Please try again in a minute.',
  },
  'endpoint-cut-off': { what: 'The answer broke off before its end.', advice: 'Please try again.' },
  'endpoint-declined': {
    what: 'This endpoint didn’t accept the question.',
    advice: 'Please shorten or rephrase it.',
  },
  'endpoint-failed': {
    what: 'This endpoint couldn’t answer the question.',
    advice: 'Rephrasing it might help.',
  },
  'endpoint-forbidden': {
    what: 'This bot doesn’t have permission to use this endpoint.',
    advice: 'The endpoint’s owner has to grant it “Can Query”.',
  },
  'endpoint-not-found': { what: 'This endpoint can’t be found, or it’s turned off.' },
  'endpoint-starting': {
    what: 'This endpoint is still starting.',
    advice: 'Please try again in a few minutes.',
  },
  'endpoint-timeout': {
    what: 'This endpoint took too long to answer.',
    advice: 'Narrower questions are often faster.',
  },
  'endpoint-unsure': {
    what: 'You allowed it, but I can’t tell whether it was done.',
    advice: 'Please check before you ask for it again.',
  },
  'genie-bad-response': {
    what: 'Genie sent a reply I couldn’t understand.',
    advice: 'Please try again in a moment.',
  },
  'genie-cancelled': { what: 'This question was cancelled in Genie.' },
  'genie-declined': {
    what: 'Genie didn’t accept this question.',
    advice: 'Please shorten or rephrase it.',
  },
  'genie-disabled': {
    what: 'Genie, or a feature it needs, is turned off in this Databricks workspace.',
  },
  'genie-failed': {
    what: 'Genie couldn’t answer this question.',
    advice: 'Rephrasing it often helps.',
  },
  'genie-forbidden': { what: 'This bot doesn’t have permission to use Genie.' },
  'genie-inactive': { what: 'Genie or its Databricks workspace is paused or not active.' },
  'genie-not-found': {
    what: 'The Genie space for this bot can’t be found, or the bot has no access to it.',
  },
  'genie-redirected': { what: 'Databricks sent me to another address instead of answering.' },
  'genie-sign-in': { what: 'Databricks asked me to sign in instead of answering.' },
  'genie-throttled': {
    what: 'Genie has reached its question limit for now.',
    advice: 'Please try again in a minute.',
  },
  'genie-timeout': {
    what: 'Genie took too long to answer.',
    advice:
      'If the answer still arrives, I’ll post it here. Narrower questions, such as one month or one region, are often faster.',
  },
  'genie-unauthorized': { what: 'Databricks didn’t accept this bot’s credentials.' },
  'genie-unavailable': {
    what: 'Genie is busy or unavailable right now.',
    advice: 'Please try again in a few minutes.',
  },
  'genie-unreachable': {
    what: 'I couldn’t reach Databricks.',
    advice: 'Please try again in a few minutes.',
  },
  'identity-changed': {
    what: 'This was asked with other rights than the ones you have here now, so I can no longer use it.',
    advice: 'Please ask again.',
  },
  internal: { what: 'Something went wrong on our side.', advice: 'Please try again.' },
  'no-space': { what: 'This bot doesn’t have access to any Genie space.' },
  'secret-unavailable': { what: 'This bot couldn’t get its Databricks credentials.' },
  'sign-in-expired': {
    what: 'Your sign-in ran out before the answer was here.',
    advice: 'Please ask again.',
  },
  'sign-in-late': {
    what: 'I waited 15 minutes for you to sign in, so I didn’t ask Genie.',
    advice: 'Please ask again.',
  },
  'sign-in-mismatch': {
    what: 'You signed in with another account than the one you use here, so I signed you out.',
    advice: 'Please ask again, and sign in with the account you use here.',
  },
  'sign-in-refused': {
    what: 'Databricks doesn’t accept your account.',
    advice: 'It might not know you yet.',
  },
  'sign-in-replaced': {
    what: 'You asked a newer question before you signed in, so I didn’t ask this one.',
  },
  'sign-in-required': {
    what: 'Genie answers with your Databricks rights, so you need to sign in first.',
    advice: 'Type “sign in” in our own chat, then ask again.',
  },
  'sign-in-unavailable': {
    what: 'I couldn’t reach the service that keeps your sign-in.',
    advice: 'Please try again in a few minutes.',
  },
  storage: { what: 'I couldn’t save my work.', advice: 'Please try again in a few minutes.' },
  'too-busy': {
    what: 'Too many questions are waiting, so I couldn’t accept this one.',
    advice: 'Please try again in a few minutes.',
  },
  'too-large': {
    what: 'This result is too large to load.',
    advice: 'Please ask for fewer rows or columns.',
  },
  undeliverable: {
    what: 'The answer was ready, but I couldn’t deliver it here.',
    advice: 'Please try again in a moment.',
  },
};
