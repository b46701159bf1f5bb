import { describe, expect, it } from 'vitest';

interface Turn {
  id: string;
  askedAt: string;
  text?: string;
  state: string;
  activityId?: string;
  answerActivityId?: string;
  message?: Record<string, unknown>;
}

interface Shown {
  id: string;
  type: string;
  timestamp: string;
  text?: string;
  from: { id: string; role: string };
  channelData?: Record<string, unknown>;
}

type Read = (chatId: string, after?: string) => Promise<{ turns: Turn[]; next?: string }>;

const file = new URL('../../../../src/page/browser/side/transcript.js', import.meta.url).href;
const { loadEarlier, loadTurns, toActivities } = (await import(file)) as {
  loadEarlier(what: Record<string, unknown>): Promise<{ activities: Shown[]; isOpen: boolean }>;
  loadTurns(api: { readChat: Read }, id: string): Promise<{ turns: Turn[]; hasEarlier: boolean }>;
  toActivities(turns: Turn[], reader: Record<string, unknown>): Shown[];
};

const aTurn = (id: string, more: Partial<Turn> = {}): Turn => ({
  id,
  askedAt: '2026-03-18T11:00:00.000Z',
  text: `Question ${id}`,
  state: 'answered',
  message: { type: 'message', text: `Answer ${id}`, attachments: [{ content: id }] },
  ...more,
});

/** A server with so many turns, ten at a time. */
function aServer(count: number) {
  const asked: (string | undefined)[] = [];
  const all = Array.from({ length: count }, (_, index) => aTurn(`${index}`));
  const readChat: Read = async (chatId, after) => {
    expect(chatId).toBe('chat');
    asked.push(after);
    const start = Number(after ?? 0);
    const next = start + 10;
    return { turns: all.slice(start, next), ...(next < count && { next: `${next}` }) };
  };
  return { asked, readChat };
}

describe('the turns of a chat', () => {
  it.each([
    [0, [undefined], 0, undefined, false],
    [10, [undefined], 10, '0', false],
    [23, [undefined, '10', '20'], 23, '0', false],
    [50, [undefined, '10', '20', '30', '40'], 50, '0', false],
    [51, [undefined, '10', '20', '30', '40', '50'], 50, '1', true],
  ])('are all read, of %d', async (count, pages, length, first, hasEarlier) => {
    const server = aServer(count);
    const read = await loadTurns(server, 'chat');
    expect(server.asked).toEqual(pages);
    expect(read.turns).toHaveLength(length);
    expect(read.turns[0]?.id).toBe(first);
    expect(read.turns.at(-1)?.id).toBe(count > 0 ? `${count - 1}` : undefined);
    expect(read.hasEarlier).toBe(hasEarlier);
  });
});

describe('a chat as it was', () => {
  const show = (turns: Turn[], reader = {}) => toActivities(turns, { userId: 'dl_1', ...reader });

  it('has each question on the side of the person, each answer on that of the bot', () => {
    expect(show([aTurn('a', { activityId: 'q', answerActivityId: 'r' })])).toMatchObject([
      { type: 'message', id: 'q', text: 'Question a', from: { id: 'dl_1', role: 'user' } },
      { type: 'message', id: 'r', text: 'Answer a', from: { role: 'bot' }, attachments: [{}] },
    ]);
  });

  it('names what the channel gave no name', () => {
    expect(show([aTurn('a')]).map(({ id }) => id)).toEqual(['a', 'answer-a']);
  });

  it.each([
    ['open', { state: 'open' }],
    ['open, with words already', { state: 'open', message: { text: 'Working' } }],
    ['cancelled without a word', { state: 'cancelled' }],
  ])('has no answer of a turn that is %s', (_, more) => {
    const { message, ...bare } = aTurn('a');
    expect(show([{ ...bare, ...more }, aTurn('b')]).map(({ id }) => id)).toEqual([
      'a',
      'b',
      'answer-b',
    ]);
  });

  it('has the answer alone where a subscription asked', () => {
    const { text, ...run } = aTurn('a');
    expect(show([run, aTurn('b')]).map(({ id }) => id)).toEqual(['answer-a', 'b', 'answer-b']);
  });

  it('says what went wrong', () => {
    const [, answer] = show([aTurn('a', { state: 'failed', message: { text: 'Genie is away.' } })]);
    expect(answer).toMatchObject({ text: 'Genie is away.', from: { role: 'bot' } });
  });

  it('stands in its order, whatever the times are', () => {
    const turns = [
      aTurn('a'),
      aTurn('b'),
      aTurn('c', { askedAt: '2026-03-18T10:59:59.000Z' }),
      aTurn('d', { askedAt: 'unknown' }),
      aTurn('e', { askedAt: '2026-03-18T12:00:00.000Z' }),
    ];
    const times = show(turns).map(({ timestamp }) => Date.parse(timestamp));
    expect(times).toHaveLength(10);
    expect(new Set(times).size).toBe(10);
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(show(turns).at(-2)?.timestamp).toBe('2026-03-18T12:00:00.000Z');
  });

  it('stands for itself, not as a part of its stream', () => {
    const channelData = { streamType: 'final', streamId: 's', streamSequence: 9, answer: 'key' };
    const [, answer] = show([aTurn('a', { message: { text: 'Yes', channelData } })]);
    expect(answer?.channelData).toEqual({ answer: 'key' });
  });

  it('says first what it leaves out, and nothing of nothing', () => {
    const [note, question] = show([aTurn('a')], { note: 'There is more.' });
    expect(note).toMatchObject({ text: 'There is more.', from: { role: 'bot' } });
    expect(Date.parse(note?.timestamp ?? '')).toBeLessThan(Date.parse(question?.timestamp ?? ''));
    expect(show([], { note: 'There is more.' })).toEqual([]);
  });
});

describe('what was said before in a chat', () => {
  const load = (api: { readChat: Read }) =>
    loadEarlier({
      api,
      chatId: 'chat',
      userId: 'dl_1',
      locale: 'en',
      words: { onlyNewest: 'Only {count} are shown.' },
    });

  it('is there with a note where some of it is left out', async () => {
    const { activities, isOpen } = await load(aServer(60));
    expect(activities).toHaveLength(101);
    expect(activities[0]?.text).toBe('Only 50 are shown.');
    expect(activities[1]).toMatchObject({ id: '10', from: { id: 'dl_1' } });
    expect(isOpen).toBe(false);
    expect((await load(aServer(50))).activities).toHaveLength(100);
  });

  it('says whether an answer is still to come', async () => {
    const turns = [aTurn('a'), aTurn('b', { state: 'open' })];
    expect((await load({ readChat: async () => ({ turns }) })).isOpen).toBe(true);
  });

  it('is nothing in a chat that the server doesn’t know yet', async () => {
    const refuse = (status: number) => async () => {
      throw Object.assign(new Error('No.'), { status });
    };
    expect(await load({ readChat: refuse(404) })).toEqual({ activities: [], isOpen: false });
    await expect(load({ readChat: refuse(503) })).rejects.toThrow('No.');
  });
});
