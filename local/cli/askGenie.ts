import type { Answer } from '../../src/answers/answer.ts';
import { failureWords } from '../../src/cards/talk/failureWords.ts';
import { AppError } from '../../src/common/errors.ts';
import type { MessageIds, MessageStatus } from '../../src/genie/types.ts';
import { terminalReader } from '../terminalReader.ts';
import type { Workspace } from './openWorkspace.ts';

export interface Asked {
  ids: MessageIds;
  answer: Answer;
}

interface AskOptions {
  question: string;
  /** Unset: the first one in the settings, or the first one visible. */
  space: string | undefined;
  /** Unset: a new one. */
  conversation: string | undefined;
}

/**
 * Asks one question and waits for its answer.
 *
 * @throws AppError `genie-failed` with what to do about it, `genie-timeout`, or anything that calling Genie throws
 */
export async function askGenie(
  { genie, spaceIds, genieTimeoutMs, clock }: Workspace,
  { question, space, conversation }: AskOptions,
  onStatus: (status: MessageStatus) => void,
): Promise<Asked> {
  const spaceId = space ?? spaceIds[0] ?? (await genie.findSpace());
  const ids = await genie.ask({ spaceId, conversationId: conversation, content: question });
  const message = await genie.watch(ids, clock.now() + genieTimeoutMs, onStatus);
  if (message === undefined) {
    throw new AppError('genie-timeout', `no answer after ${genieTimeoutMs / 1000} s`);
  }
  if (message.status === 'CANCELLED') throw new AppError('genie-cancelled', 'CANCELLED');
  if (message.status === 'FAILED') {
    const { kind, texts } = genie.explainFailure(message);
    const { what, advice = '' } = failureWords(
      { code: 'genie-failed', detail: kind },
      terminalReader.texts,
    );
    const said = [`${message.error?.type ?? 'FAILED'}: ${what} ${advice}`.trim(), ...texts];
    throw new AppError('genie-failed', said.join('\n'));
  }
  return { ids, answer: await genie.readAnswer(message) };
}
