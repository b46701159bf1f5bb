import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Activity } from '../../../local/chat/activity.ts';
import { type ActivityOverrides, aCardSubmit, teamsUser } from '../../support/activities.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { messagesIn, submitsOf } from '../../support/shownTo.ts';

const place = 'thread';
const conversation = { id: place, conversationType: 'channel', isGroup: true };
const bob = { id: '29:bob', name: 'Bob', aadObjectId: 'bob' };

type Submit = Record<string, unknown> & { action: string; answer: string };

let bot: InProcess;
let answer: Activity;
let submits: Submit[];
beforeAll(async () => {
  bot = await openInProcess({ env: { PUBLIC_BASE_URL: 'http://127.0.0.1:3978' } });
  answer = await aPersonAt(bot, place, { scene: 'channel' }).ask('List all orders');
  submits = submitsOf(answer).filter(
    (data): data is Submit => typeof (data as Submit).answer === 'string',
  );
});
afterAll(() => bot.close());

/** Clicks, and returns how many requests of that click changed, or read, something at Genie. */
async function click(
  value: Submit,
  overrides: Pick<ActivityOverrides, 'from' | 'conversation'> = {},
): Promise<number> {
  const before = bot.genie.requests.length;
  const click = { scene: 'channel' as const, conversation, value, ...overrides };
  expect((await bot.post(aCardSubmit(click))).status).toBe(200);
  await bot.settled();
  return bot.genie.requests.slice(before).filter(({ path }) => path.includes('/messages')).length;
}

describe('a button under an answer', () => {
  it('names the answer by a key of 128 random bits, and by nothing else', () => {
    expect(submits.length).toBeGreaterThanOrEqual(3);
    for (const { action: _, answer: key, ...rest } of submits) {
      expect(key).toMatch(/^[0-9a-f]{32}-[0-9a-f]{32}\.[0-9a-f]{32}$/);
      const said = JSON.stringify(rest);
      expect(said).not.toMatch(/SELECT|29:|token|space/i);
    }
  });

  it('does nothing for anyone else in the same thread', async () => {
    for (const submit of submits) expect(await click(submit, { from: bob })).toBe(0);
  });

  it('does nothing for the asker in another conversation', async () => {
    const elsewhere = { conversation: { ...conversation, id: 'elsewhere' } };
    for (const submit of submits) expect(await click(submit, elsewhere)).toBe(0);
  });

  it('does nothing if one digit of its key is changed', async () => {
    const [submit] = submits as [Submit];
    for (const at of [0, 31, 33, 64, 66, 97]) {
      const digits = [...submit.answer];
      digits[at] = digits[at] === '0' ? '1' : '0';
      for (const each of submits) expect(await click({ ...each, answer: digits.join('') })).toBe(0);
    }
  });

  it('gives no one else a download', () => {
    const said = JSON.stringify([
      ...messagesIn(bot.connector, place),
      ...messagesIn(bot.connector, 'elsewhere'),
    ]);
    expect(said).not.toContain('/export?');
  });

  it('works for the asker', async () => {
    const rating = submits.find(({ rating }) => rating === 'POSITIVE') ?? submits[0];
    expect(rating && (await click(rating, { from: teamsUser }))).toBeGreaterThan(0);
  });
});
