import { placeNote } from '../../src/cards/talk/placeNote.ts';
import { progressText } from '../../src/cards/talk/progressText.ts';
import { messageText } from '../channel/messageText.ts';
import { streamInfo } from '../channel/streamInfo.ts';
import type { Activity } from '../chat/activity.ts';
import { terminalReader } from '../terminalReader.ts';

interface ReplyScreen {
  /** Writes an activity of the bot as it was created or updated; the packets of a stream have its ID, and so has its end. */
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

/**
 * Writes what a person sees in a chat, line by line. A message that is updated is written again; of a text that grows,
 * what is new.
 */
export function createReplyScreen(write: (text: string) => void): ReplyScreen {
  const replied = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  let progressId: string | undefined;
  let hasReply = false;
  let speaker = 'Genie';
  let lastNote = '';
  const streamed = new Map<string, string>();
  const written = new Map<string, string>();

  const note = (text: string) => {
    if (text !== lastNote) write(`  · ${text}\n`);
    lastNote = text;
  };
  const noteGrowth = (id: string, text: string) => {
    const before = streamed.get(id) ?? '';
    const added = text.startsWith(before) ? text.slice(before.length) : text;
    streamed.set(id, text);
    if (added.trim() !== '') note(added.trim().replaceAll(/\s+/g, ' '));
  };
  return {
    replied: replied.promise,
    settled: async () => (progressId === undefined ? undefined : ended.promise),
    show(id, activity) {
      const { streamType } = streamInfo(activity) ?? {};
      const { text = '' } = activity;
      if (activity.type === 'typing') {
        if (streamType === 'streaming') noteGrowth(id, text);
        else if (streamType !== 'final') note(text || 'typing …');
        return;
      }
      if (activity.text === privateNote) {
        speaker = 'Genie, in your own chat';
        return note(activity.text);
      }
      // Without a word of an answer, it's what was on the screen when the stream had to end.
      const endsInProgress =
        streamType === 'final' && !activity.attachments?.length && !streamed.has(id);
      if (endsInProgress || isProgress(activity)) progressId = id;
      if (id === progressId && !activity.attachments?.length) {
        note(activity.text ?? '');
        if (hasReply) ended.resolve();
        return;
      }
      if (id === progressId) progressId = undefined;
      const lines = messageText(activity).map((line) => `  ${line}`.trimEnd());
      const message = `${speaker}:\n${lines.join('\n')}\n`;
      // The end of a stream can come twice.
      if (written.get(id) !== message) write(message);
      written.set(id, message);
      hasReply = true;
      replied.resolve();
    },
  };
}

/** In Web Chat a wait has a message of its own, and so has trouble. */
function isProgress({ text, attachments }: Activity): boolean {
  return !attachments?.length && beginnings.some((beginning) => text?.startsWith(beginning));
}
