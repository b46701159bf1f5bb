import { readFile } from 'node:fs/promises';
import type { Answer } from '../../src/answers/answer.ts';
import { readAnswer } from '../../src/answers/readAnswer.ts';
import { toMessage } from '../../src/genie/wire/toMessage.ts';
import { toQueryResult } from '../../src/genie/wire/toQueryResult.ts';
import { messageWire, statementWire } from '../../src/genie/wire/wire.ts';

/** What Genie could answer to a question, in its API's format: made up, and not a recording of a real workspace. */
interface RecordingFile {
  question: string;
  locale?: string;
  message: unknown;
  /** Statement responses by attachment id. */
  results: Record<string, unknown>;
}

/** A question and its answer. */
export interface Recording {
  question: string;
  locale: string;
  answer: Answer;
}

/** Reads a recorded message the way the bot reads one from Genie. */
export async function readRecording(path: string): Promise<Recording> {
  const file = JSON.parse(await readFile(path, 'utf8')) as RecordingFile;
  const ids = { spaceId: '', conversationId: '', messageId: '' };
  const message = toMessage(messageWire.parse(file.message), ids);
  const results = Object.entries(file.results).map(
    ([id, wire]) => [id, toQueryResult(statementWire.parse(wire))] as const,
  );
  const { question, locale = 'en-US' } = file;
  return { question, locale, answer: readAnswer(message, new Map(results)) };
}
