import { placeNote } from '../../src/cards/talk/placeNote.ts';
import { progressText } from '../../src/cards/talk/progressText.ts';
import { messageText } from '../channel/messageText.ts';
import type { Activity } from '../chat/activity.ts';
import { terminalReader } from '../terminalReader.ts';

interface ReplyScreen {
  /** Writes an activity of the bot as it was created or updated. */
  show(id: string, activity: Activity): void;
  /** Resolves when there is a reply that is more than progress. */
  replied: Promise<void>;
  /** Resolves when no progress message is left that has yet to say where the reply is. */
  settled(): Promise<void>;
}

const privateNote = placeNote('private', true, terminalReader.texts);

/** How a progress message can begin: each status but these comes as an update. */
const firstWords = ['ACCEPTED', 'WAITING_FOR_TURN', 'WAITING_FOR_BUDGET', 'NO_ANSWER'] as const;
const beginnings = firstWords.map(
  (status) =>
    progressText({ status, elapsedMs: 0 }, terminalReader, 0).replace(/ …$/, '').split('. ')[0] ??
    '',
);

/** Writes what a person sees in a chat, line by line. A message that is updated is written again. */
export function createReplyScreen(write: (text: string) => void): ReplyScreen {
  const replied = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  let progressId: string | undefined;
  let hasReply = false;
  let speaker = 'Genie';
  let lastNote = '';

  const note = (text: string) => {
    if (text !== lastNote) write(`  · ${text}\n`);
    lastNote = text;
  };
  return {
    replied: replied.promise,
    settled: async () => (progressId === undefined ? undefined : ended.promise),
    show(id, activity) {
      if (activity.type === 'typing') return note('typing …');
      if (activity.text === privateNote) {
        speaker = 'Genie, in your own chat';
        return note(activity.text);
      }
      if (isProgress(activity)) progressId = id;
      if (id === progressId && !activity.attachments?.length) {
        note(activity.text ?? '');
        if (hasReply) ended.resolve();
        return;
      }
      if (id === progressId) progressId = undefined;
      write(
        `${speaker}:\n${messageText(activity)
          .map((line) => `  ${line}`.trimEnd())
          .join('\n')}\n`,
      );
      hasReply = true;
      replied.resolve();
    },
  };
}

/** In Web Chat a wait has a message of its own, and so has trouble. */
function isProgress({ text, attachments }: Activity): boolean {
  return !attachments?.length && beginnings.some((beginning) => text?.startsWith(beginning));
}
