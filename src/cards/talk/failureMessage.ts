import type { ErrorCode } from '../../common/errors.ts';
import type { Identity } from '../../common/identity.ts';
import type { Run } from '../../questions/subscription.ts';
import type { Texts } from '../../texts/texts.ts';
import { textElements } from '../markdown/textElements.ts';
import { askAction, questionButtons } from '../parts/actions.ts';
import type { CardAction } from '../parts/adaptiveCard.ts';
import { createMessage, type OutgoingMessage } from '../parts/outgoingMessage.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText, richText } from '../parts/richText.ts';
import { submitButton } from '../parts/submitButton.ts';
import { writeDuration } from '../parts/write.ts';
import { runElements } from '../subscriptions/runElements.ts';
import { runSummary } from '../subscriptions/runSummary.ts';
import { subscriptionActions } from '../subscriptions/subscriptionActions.ts';
import { fittingRows } from '../tools/fittingRows.ts';
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
  /** It can't be asked again by typing it: a subscription asks what would be a command. */
  isAskedOnce?: boolean;
  /** Opaque; a click brings it back. */
  answerKey: string;
  /** A subscription asked. */
  run?: Run;
}

/** Of Genie's texts together: the message is sent in one size. */
const maxTextLength = 2_000;

/** Says why there is no answer, what the person can do, and who to contact. */
export function failureMessage(failure: Failure): OutgoingMessage {
  const { channel, adminContact, errorId, silentMs, texts, run, question } = failure;
  const { genieTexts = [], suggestions = [] } = failure;
  const { what, advice, tryAgain, needsAdmin } = failureWords(failure, texts);
  const silence = silentMs && texts.failures.silence({ duration: writeDuration(silentMs, texts) });
  const help = texts.sentences([silence, advice, needsAdmin && adminAdvice(adminContact, texts)]);
  const body = [
    ...(run ? runElements(run, question, { tables: [] }, failure) : []),
    richText(what, run ? {} : { weight: 'Bolder' }),
    ...(help ? [richText(help)] : []),
    ...textElements(genieTexts, maxTextLength, texts),
    ...questionButtons(channel, suggestions),
    ...(run ? [noteText(texts.subscriptions.failed)] : []),
    ...fittingRows(channel, [
      ...(tryAgain ? againActions(failure) : []),
      ...(run ? subscriptionActions({ id: run.subscriptionId, question }, failure) : []),
    ]),
    ...(errorId ? [noteText(texts.failures.errorId({ errorId }))] : []),
  ];
  const summary = texts.sentences([what, help]);
  return createMessage(channel, body, run ? runSummary(question, summary, texts) : summary);
}

function againActions(failure: Failure): CardAction[] {
  const { code, channel, question, isAskedOnce, answerKey, texts } = failure;
  if (code === 'delivery-unsure' || code === 'undeliverable') {
    return [submitButton(texts.failures.showTheAnswer, { action: 'show', answer: answerKey })];
  }
  if (question.trim() === '' || isAskedOnce) return [];
  return [askAction(channel, texts.failures.tryAgain, question)];
}

function adminAdvice(contact: string | undefined, { failures }: Texts): string {
  return contact ? failures.contact({ contact }) : failures.contactAdmin;
}
