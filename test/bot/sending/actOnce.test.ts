import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { aCardSubmit, aMessage } from '../../support/activities.ts';
import { createMovableClock } from '../../support/movableClock.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { messagesIn, readAloud, submitsOf } from '../../support/shownTo.ts';
import { until } from '../../support/until.ts';

interface Submit {
  action: string;
}

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess();
});
afterAll(() => bot.close());

let count = 0;
let place: string;
beforeEach(() => {
  place = `place-${++count}`;
});

const said = () => messagesIn(bot.connector, place);
const command = (text: string) => aMessage({ text, conversation: { id: place } });
describe('an activity that Teams redelivers', () => {
  it('runs a command once, even while the first delivery is still running', async () => {
    const help = command('help');
    const replies = await Promise.all([bot.post(help), bot.post(help), bot.post(help)]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(said()).toHaveLength(1);
  });

  it('does not reset a conversation that has started since', async () => {
    const ada = aPersonAt(bot, place);
    const reset = command('reset');
    await bot.post(reset);
    await ada.ask('Revenue by region, begun');
    await bot.post(reset);
    await ada.ask('Revenue by month, begun');
    const conversations = bot.genie
      .messages()
      .filter(({ content }) => content.endsWith('begun'))
      .map(({ conversationId }) => conversationId);
    expect(new Set(conversations).size).toBe(1);
  });

  it('does what a click asks for once', async () => {
    const answer = await aPersonAt(bot, place).ask('List all orders');
    const before = said().length;
    const again = submitsOf(answer).find((data) => (data as Submit).action === 'again');
    const show = { ...(again as Submit), action: 'show' };
    const click = aCardSubmit({ conversation: { id: place }, value: show });
    await Promise.all([bot.post(click), bot.post(click)]);
    expect(said()).toHaveLength(before + 1);
  });

  it('shows the last answer in another form once', async () => {
    await aPersonAt(bot, place).ask('List all orders');
    const before = said().length;
    const wish = command('as table');
    await Promise.all([bot.post(wish), bot.post(wish)]);
    expect(said()).toHaveLength(before + 1);
  });

  it('acts if the channel accepted nothing from the first delivery', async () => {
    const help = command('help');
    bot.connector.faults.next({ path: place }, { status: 502 });
    expect((await bot.post(help)).status).toBe(500);
    expect((await bot.post(help)).status).toBe(200);
    expect(said()).toHaveLength(1);
  });

  it('does not fail twice: the person is told only once that it didn’t work', async () => {
    await aPersonAt(bot, place).ask('Revenue by region');
    const before = said().length;
    const sql = command('sql');
    bot.genie.faults.next({ method: 'GET', path: '/messages/' }, { status: 403 });
    await bot.post(sql);
    await bot.post(sql);
    expect(said()).toHaveLength(before + 1);
  });
});

describe('while Genie does not respond', () => {
  it.each(['sql', 'as table'])('“%s” asks to try again after eight seconds', async (text) => {
    await aPersonAt(bot, place).ask('Revenue by region');
    const before = said().length;
    const asked = bot.genie.requests.length;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      bot.genie.faults.next({ method: 'GET', path: '/messages/' }, { delay: 60_000 });
      const posted = bot.post(command(text));
      await until(() => bot.genie.requests.length > asked);
      await vi.advanceTimersByTimeAsync(7_900);
      expect(said()).toHaveLength(before);
      await vi.advanceTimersByTimeAsync(200);
      await posted;
    } finally {
      vi.useRealTimers();
    }
    expect(said().slice(before).map(readAloud)).toEqual([expect.stringMatching(/try again/)]);
  });
});

it('handled activities are swept after an hour', async () => {
  const clock = createMovableClock();
  const other = await openInProcess({ clock });
  await other.post(aMessage({ text: 'help' }));
  clock.skip(3_600_001);
  await other.app.sweep();
  expect(await other.storage.handled.deleteExpired(clock.now())).toBe(0);
  await other.close();
});
