import { afterEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../local/chat/activity.ts';
import { systemClock } from '../../src/common/clock.ts';
import { aMessage } from '../support/activities.ts';
import { type InProcess, openInProcess } from '../support/openInProcess.ts';
import { answersIn, messagesIn } from '../support/shownTo.ts';
import { until } from '../support/until.ts';

const place = 'streams';
const text = 'Which products generate the highest total sales value?';
let bot: InProcess;
afterEach(() => bot.close());

async function open(channel: 'msteams' | 'webchat', env: Record<string, string> = {}) {
  bot = await openInProcess({
    connector: { channel },
    clock: systemClock,
    env: { ENABLE_STREAMING: 'true', ...env },
  });
  bot.genie.faults.script(text, {
    statuses: [
      { status: 'ASKING_AI', ms: 2_500 },
      { status: 'EXECUTING_QUERY', ms: 1_500 },
      { status: 'COMPLETED', ms: 0 },
    ],
  });
}

function ask(channel: 'msteams' | 'webchat', conversationType: string | undefined) {
  const conversation = { id: place, ...(conversationType && { conversationType }) };
  const scene = channel === 'webchat' ? { scene: 'webchat' as const } : {};
  return bot.post(aMessage({ text, conversation, ...scene }));
}

const packets = () =>
  bot.connector.requests
    .map(({ body }) => (body ?? {}) as Activity)
    .filter(({ channelData }) => channelData?.['streamType'] !== undefined);

describe.each([
  ['msteams', 'personal'],
  ['webchat', undefined],
] as const)('in %s', (channel, conversationType) => {
  it('a question is streamed: what is being done, and its answer at the end, with its card', async () => {
    await open(channel);
    await ask(channel, conversationType);
    await until(() => answersIn(bot.connector, place).length === 1);
    await bot.settled();
    const sent = packets();
    const [first, ...others] = sent;
    expect(first).toMatchObject({
      type: 'typing',
      channelData: { streamType: 'informative', streamSequence: 1 },
    });
    const streamId = others[0]?.channelData?.['streamId'];
    expect(others.map(({ channelData }) => channelData?.['streamId'])).toEqual(
      others.map(() => streamId),
    );
    expect(others.slice(0, -1).map(({ channelData }) => channelData?.['streamSequence'])).toEqual(
      others.slice(0, -1).map((_, index) => index + 2),
    );
    const last = sent.at(-1);
    expect(last).toMatchObject({ type: 'message', channelData: { streamType: 'final' } });
    expect(last?.channelData).not.toHaveProperty('streamSequence');
    expect(last?.attachments).toHaveLength(1);
    expect(messagesIn(bot.connector, place)).toHaveLength(1);
    expect(bot.connector.streams.open(Date.now())).toEqual([]);
    expect(bot.connector.streams.faults).toEqual([]);
  });

  it('a question that is cancelled leaves no stream open', async () => {
    await open(channel);
    await ask(channel, conversationType);
    await until(() => packets().length >= 2);
    const conversation = { id: place, ...(conversationType && { conversationType }) };
    const scene = channel === 'webchat' ? { scene: 'webchat' as const } : {};
    await bot.post(aMessage({ text: 'cancel', conversation, ...scene }));
    await bot.settled();
    expect(answersIn(bot.connector, place)).toEqual([]);
    expect(bot.connector.streams.open(Date.now())).toEqual([]);
  });

  it('nothing is streamed with ENABLE_STREAMING=false', async () => {
    await open(channel, { ENABLE_STREAMING: 'false' });
    await ask(channel, conversationType);
    await until(() => answersIn(bot.connector, place).length === 1);
    expect(packets()).toEqual([]);
  });
});

it('the Stop button in Teams ends the question, and nothing follows', async () => {
  await open('msteams');
  await ask('msteams', 'personal');
  await until(() => packets().length >= 1);
  expect(bot.connector.streams.stop(place, Date.now())).toBe(true);
  await until(() => bot.log.some(({ event }) => event === 'question.stopped'));
  const before = bot.connector.requests.length;
  await bot.settled();
  expect(bot.connector.requests).toHaveLength(before);
  expect(messagesIn(bot.connector, place)).toEqual([]);
  expect(bot.log.find(({ event }) => event === 'question.ended')).toMatchObject({
    state: 'failed',
    code: 'cancelled-by-asker',
  });
});

it('a group chat has no streams', async () => {
  await open('msteams');
  await ask('msteams', 'groupChat');
  await until(() => answersIn(bot.connector, place).length === 1);
  expect(packets()).toEqual([]);
});
