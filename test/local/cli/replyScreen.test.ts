import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createReplyScreen } from '../../../local/cli/replyScreen.ts';
import { terminalReader } from '../../../local/terminalReader.ts';
import { createMessage } from '../../../src/cards/parts/outgoingMessage.ts';
import { richText } from '../../../src/cards/parts/richText.ts';
import { placeNote } from '../../../src/cards/talk/placeNote.ts';
import { progressText } from '../../../src/cards/talk/progressText.ts';
import { testReader } from '../../support/testReader.ts';

const at = (status: Parameters<typeof progressText>[0]['status'], elapsedMs = 0) => ({
  type: 'message',
  text: progressText({ status, elapsedMs }, testReader(), 0),
});
/** However long it goes on. */
const noAnswer = progressText(
  { status: 'NO_ANSWER', elapsedMs: 0, waitMs: 600_000 },
  testReader(),
  0,
);
const answer = createMessage('teams', [richText('Europe leads.')], 'Europe leads.');

let screen: ReturnType<typeof createReplyScreen>;
let written: string[];
beforeEach(() => {
  written = [];
  screen = createReplyScreen((text) => written.push(text));
});

/** Whether a promise has resolved by now. */
async function isResolved(promise: Promise<void>): Promise<boolean> {
  const then = vi.fn();
  void promise.then(then);
  await new Promise(setImmediate);
  return then.mock.calls.length > 0;
}

describe('what a person sees until the reply is there', () => {
  it.each(['ACCEPTED', 'WAITING_FOR_TURN', 'WAITING_FOR_BUDGET', 'NO_ANSWER'] as const)(
    'progress isn’t a reply, whatever it becomes: %s',
    async (status) => {
      screen.show('1', at(status));
      screen.show('1', at('EXECUTING_QUERY', 12_000));
      expect(written.join('')).toBe(
        `  · ${at(status).text}\n  · ${at('EXECUTING_QUERY', 12_000).text}\n`,
      );
      expect(await isResolved(screen.replied)).toBe(false);
    },
  );

  it('a progress message that becomes the answer is the reply, and the end', async () => {
    screen.show('1', at('ACCEPTED'));
    screen.show('1', answer);
    expect(written.at(-1)).toBe('Genie:\n  Europe leads.\n');
    expect(await isResolved(screen.replied)).toBe(true);
    expect(await isResolved(screen.settled())).toBe(true);
  });

  it('the line that says where a private answer will be isn’t the reply', async () => {
    screen.show('1', { type: 'message', text: placeNote('private', true, terminalReader.texts) });
    expect(written).toEqual([`  · ${placeNote('private', true, terminalReader.texts)}\n`]);
    screen.show('2', at('ACCEPTED'));
    expect(await isResolved(screen.replied)).toBe(false);
    screen.show('2', answer);
    expect(written.at(-1)).toBe('Genie, in your own chat:\n  Europe leads.\n');
    expect(await isResolved(screen.replied)).toBe(true);
  });

  it('an answer of its own is the reply; the end is when the progress message points to it', async () => {
    screen.show('1', at('ACCEPTED'));
    screen.show('2', answer);
    expect(await isResolved(screen.replied)).toBe(true);
    const settled = screen.settled();
    expect(await isResolved(settled)).toBe(false);
    screen.show('1', { type: 'message', text: 'Done.' });
    expect(written.at(-1)).toBe('  · Done.\n');
    expect(await isResolved(settled)).toBe(true);
  });

  it('that Genie isn’t answering is no reply', async () => {
    screen.show('1', { type: 'message', text: noAnswer });
    expect(await isResolved(screen.replied)).toBe(false);
  });

  it('a plain sentence of a command is a reply', async () => {
    screen.show('1', { type: 'message', text: 'There is nothing to cancel.' });
    expect(written).toEqual(['Genie:\n  There is nothing to cancel.\n']);
    expect(await isResolved(screen.replied)).toBe(true);
  });

  it('typing is shown once, however often it comes', () => {
    screen.show('1', { type: 'typing' });
    screen.show('2', { type: 'typing' });
    expect(written).toEqual(['  · typing …\n']);
  });

  describe('of a stream', () => {
    const packet = (streamType: string, text: string) => ({
      type: streamType === 'final' ? 'message' : 'typing',
      text,
      channelData: { streamType, streamId: '1' },
      entities: [{ type: 'streaminfo', streamType, streamId: '1' }],
    });

    it('the end is the reply, after what the bot was doing', async () => {
      screen.show('1', packet('informative', 'Reading your question …'));
      screen.show('1', packet('informative', 'Reading your question …'));
      screen.show('1', packet('informative', 'Running the query, 12 s …'));
      expect(await isResolved(screen.replied)).toBe(false);
      screen.show('1', { ...packet('final', ''), ...answer });
      expect(written).toEqual([
        '  · Reading your question …\n',
        '  · Running the query, 12 s …\n',
        'Genie:\n  Europe leads.\n',
      ]);
      expect(await isResolved(screen.replied)).toBe(true);
      expect(await isResolved(screen.settled())).toBe(true);
    });

    it('what is new is written as the text grows, and the whole in the end', () => {
      for (const text of ['Europe', 'Europe leads', 'Europe leads', 'Europe leads,\n\nby far'])
        screen.show('1', packet('streaming', text));
      screen.show('1', packet('streaming', 'No, Asia'));
      screen.show('1', packet('final', 'No, Asia does.'));
      expect(written).toEqual([
        '  · Europe\n',
        '  · leads\n',
        '  · , by far\n',
        '  · No, Asia\n',
        'Genie:\n  No, Asia does.\n',
      ]);
    });

    it('the end is written once, also if it comes twice', () => {
      screen.show('1', packet('streaming', 'Europe'));
      for (const _ of [1, 2]) screen.show('1', packet('final', 'Europe leads.'));
      expect(written).toEqual(['  · Europe\n', 'Genie:\n  Europe leads.\n']);
    });

    it('an end that only says how far the bot is isn’t the reply, but becomes it', async () => {
      screen.show('1', packet('informative', at('EXECUTING_QUERY', 95_000).text));
      screen.show('1', packet('final', at('EXECUTING_QUERY', 100_000).text));
      expect(await isResolved(screen.replied)).toBe(false);
      screen.show('1', at('EXECUTING_QUERY', 130_000));
      screen.show('1', answer);
      expect(written.at(-1)).toBe('Genie:\n  Europe leads.\n');
      expect(await isResolved(screen.replied)).toBe(true);
      expect(await isResolved(screen.settled())).toBe(true);
    });

    it('an end without a message is no reply', async () => {
      screen.show('1', packet('informative', 'Reading …'));
      screen.show('1', { ...packet('final', ''), type: 'typing' });
      expect(written).toEqual(['  · Reading …\n']);
      expect(await isResolved(screen.replied)).toBe(false);
    });
  });
});
