import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCardSubmit, aMessage } from '../../support/activities.ts';
import { createMovableClock, type MovableClock } from '../../support/movableClock.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { messagesIn, readAloud, submitsOf } from '../../support/shownTo.ts';

const grace = { id: '29:grace', name: 'Grace', aadObjectId: 'aad-grace' };
const ada = { id: '29:ada', name: 'Ada', aadObjectId: 'aad-ada' };

let bot: InProcess;
let clock: MovableClock;
beforeAll(async () => {
  clock = createMovableClock();
  const env = {
    ADMIN_USERS: 'AAD-Grace',
    GENIE_QUESTIONS_PER_MINUTE: '1',
    USER_QUESTIONS_PER_MINUTE: '1000',
  };
  bot = await openInProcess({ clock, env });
});
afterAll(() => bot.close());

const said = (place: string) => messagesIn(bot.connector, place).map(readAloud);

describe('clicks and commands', () => {
  it('are limited to thirty a minute, which is said once', async () => {
    const command = () => aMessage({ text: 'whoami', conversation: { id: 'clicks' }, from: ada });
    for (let count = 0; count < 40; count += 1) await bot.post(command());
    const texts = said('clicks');
    expect(texts.filter((text) => text.includes('That was a lot at once'))).toHaveLength(1);
    expect(texts).toHaveLength(31);
    const submit = { action: 'space', space: 'none' };
    await bot.post(aCardSubmit({ conversation: { id: 'clicks' }, from: ada, value: submit }));
    expect(said('clicks')).toHaveLength(31);
    clock.skip(61_000);
    await bot.post(command());
    expect(said('clicks')).toHaveLength(32);
  });
});

describe('the queue', () => {
  it('shows an admin who waits, and lets the admin clear one person from it', async () => {
    await aPersonAt(bot, 'first', {
      from: { id: '29:bob', name: 'Bob', aadObjectId: 'bob' },
    }).write('Revenue by region');
    for (const thread of ['one', 'two', 'three', 'four']) {
      await aPersonAt(bot, thread, { from: ada }).write(`Revenue by month, ${thread}`);
    }
    expect(said('four').join()).toMatch(/already have 3 questions in the queue/);

    const admin = aPersonAt(bot, 'admin', { from: grace });
    const status = await admin.hear('status');
    expect(readAloud(status)).toMatch(/ada@example\.com: \n3 in the queue/);
    expect(readAloud(status)).not.toMatch(/Revenue/);

    const [clear] = submitsOf(status).filter(
      (data) => (data as { action?: string }).action === 'clear-line',
    );
    const click = { conversation: { id: 'one' }, from: ada, value: clear };
    await bot.post(aCardSubmit(click));
    expect(said('one').join()).toMatch(/Only admins of this bot can change that/);

    await bot.post(aCardSubmit({ conversation: { id: 'admin' }, from: grace, value: clear }));
    expect(said('admin').join()).toMatch(/Removed from the queue: 3\./);
    expect(readAloud(await admin.hear('status'))).toMatch(/Waiting: \n0/);
    await aPersonAt(bot, 'five', { from: ada }).write('Revenue by year');
    expect(said('five').join()).not.toMatch(/already have/);
  });
});
