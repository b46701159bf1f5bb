import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { botCaller } from './caller.ts';
import type { StoredConversation } from './storedConversation.ts';

const FORMAT = 1;

/**
 * Reads what `saveConversations` wrote; nothing when there is no file yet.
 * @throws Error that names the file if its content is anything else.
 */
export function readSavedConversations(file: string): StoredConversation[] {
  if (!existsSync(file)) return [];
  try {
    const saved = JSON.parse(readFileSync(file, 'utf8')) as {
      format: unknown;
      conversations: StoredConversation[];
    };
    if (saved.format !== FORMAT) throw new Error(`its format is not ${FORMAT}`);
    // Earlier versions knew no caller but the bot.
    return saved.conversations.map((one) => ({ ...one, userId: one.userId ?? botCaller.userId }));
  } catch (error) {
    throw new Error(
      `The demo workspace can’t read its conversations in ${file}. Delete the file to start over.`,
      { cause: error },
    );
  }
}

/**
 * Replaces the file as a whole: a reader finds either the old content or the new one, at any moment. Only its owner can
 * read it.
 */
export function saveConversations(file: string, conversations: StoredConversation[]): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, JSON.stringify({ format: FORMAT, conversations }), { mode: 0o600 });
  renameSync(temporary, file);
}
