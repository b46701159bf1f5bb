import type { ErrorCode } from '../../common/errors.ts';
import type { Identity } from '../../common/identity.ts';
import { textElements } from '../markdown/textElements.ts';
import { askAction, questionButtons } from '../parts/actions.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText, richText } from '../parts/richText.ts';
import { submitButton } from '../parts/submitButton.ts';
import { writeDuration } from '../parts/write.ts';
import { failureWords } from './failureWords.ts';

export interface Failure extends Reader {
  code: ErrorCode;
  /** Can be looked up in the log. */
  errorId: string;
  /** Genie's kind of failure: `transient`, `admin`, `permissions`, … */
  detail?: string;
  /** With whose rights Genie was asked; unless told, the bot's. */
  identity?: Identity;
  /** What Genie itself said; Markdown. */
  genieTexts?: readonly string[];
  /** What Genie suggests to ask instead. */
  suggestions?: readonly string[];
  /** How long Genie hadn't answered when the bot gave up. */
  silentMs?: number;
  adminContact?: string;
  question: string;
  /** Opaque; a click brings it back. */
  answerKey: string;
}

/** Of Genie's texts together: the message is sent in one size. */
const maxTextLength = 2_000;

/** Says why there is no answer, what the person can do, and who to contact. */
export function failureMessage(failure: Failure): OutgoingMessage {
  const { what, advice, tryAgain, needsAdmin } = failureWords(
    failure.code,
    failure.detail,
    failure.identity,
  );
  const {
    channel,
    adminContact,
    errorId,
    silentMs,
    texts,
    genieTexts = [],
    suggestions = [],
  } = failure;
  const silence = silentMs
    ? `Genie didn’t answer for ${writeDuration(silentMs, texts)}.`
    : undefined;
  const help = [silence, advice, needsAdmin ? adminAdvice(adminContact) : undefined].filter(
    (sentence) => sentence !== undefined,
  );
  const body = [
    richText(what, { weight: 'Bolder' }),
    ...(help.length > 0 ? [richText(help.join(' '))] : []),
    ...textElements(genieTexts, maxTextLength, texts),
    ...questionButtons(channel, suggestions),
    ...(tryAgain ? againActions(failure) : []),
    ...(errorId ? [noteText(`Error ID: ${errorId}`)] : []),
  ];
  return createMessage(channel, body, [what, ...help].join(' '));
}

function againActions({ code, channel, question, answerKey }: Failure): CardElement[] {
  if (code === 'delivery-unsure' || code === 'undeliverable') {
    const show = submitButton('Show the answer', { action: 'show', answer: answerKey });
    return [{ type: 'ActionSet', actions: [show] }];
  }
  if (question.trim() === '') return [];
  return [{ type: 'ActionSet', actions: [askAction(channel, 'Try again', question)] }];
}

function adminAdvice(adminContact: string | undefined): string {
  const whom = adminContact || 'your admin';
  return `Please contact ${whom} and quote the error ID below.`;
}
