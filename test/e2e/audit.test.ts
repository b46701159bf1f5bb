import { afterEach, describe, expect, it } from 'vitest';
import type { Question } from '../../src/questions/question.ts';
import { createMovableClock, type MovableClock } from '../support/movableClock.ts';
import { type InProcess, openInProcess } from '../support/openInProcess.ts';
import { aPersonAt } from '../support/person.ts';
import { readAloud } from '../support/shownTo.ts';

const hour = 3_600_000;

let bot: InProcess;
let clock: MovableClock;
afterEach(() => bot.close());

async function open(env: Record<string, string> = {}): Promise<void> {
  clock = createMovableClock();
  bot = await openInProcess({ clock, env });
}

async function rows(): Promise<Question[]> {
  const all: Question[] = [];
  for await (const page of bot.storage.questions.listSince(0)) all.push(...page);
  return all.sort((one, other) => one.acceptedAt - other.acceptedAt);
}

describe('the row of a question', () => {
  it('says who asked, where, in which space, and with what outcome', async () => {
    await open();
    const ada = aPersonAt(bot, 'who', { scene: 'channel' });
    await ada.ask('Revenue by region');
    const [row] = await rows();
    expect(row).toMatchObject({
      asker: 'ada@example.com',
      askerKnownBy: 'teams',
      state: 'delivered',
      rows: 6,
      spaceId: bot.genie.spaceId,
      place: { channelId: 'msteams', conversation: { id: 'who' } },
    });
  });

  it('marks an address that no one has verified', async () => {
    await open({ PREPEND_USER_EMAIL: 'false' });
    const person = aPersonAt(bot, 'self', { scene: 'webchat' });
    await person.hear('eve@example.com');
    await person.ask('Revenue by region');
    const [row] = await rows();
    expect(row?.asker).toBe('eve@example.com, unverified');
    expect(bot.genie.messages()[0]?.content).toBe('Revenue by region');
  });

  it('forgets the words once the session is over, and not before', async () => {
    await open({ SESSION_TTL_HOURS: '2' });
    await aPersonAt(bot, 'forgets').ask('Revenue by region');
    clock.skip(1.9 * hour);
    await bot.app.sweep();
    expect((await rows())[0]?.text).toBe('Revenue by region');
    clock.skip(0.2 * hour);
    await bot.app.sweep();
    const [row] = await rows();
    expect(row?.state).toBe('delivered');
    expect(JSON.stringify(row)).not.toContain('Revenue');
  });

  it('keeps the words with AUDIT_QUESTIONS on, and is deleted after AUDIT_DAYS', async () => {
    await open({ AUDIT_QUESTIONS: 'true', AUDIT_DAYS: '2' });
    await aPersonAt(bot, 'keeps').ask('Revenue by region');
    clock.skip(47 * hour);
    await bot.app.sweep();
    expect((await rows())[0]?.text).toBe('Revenue by region');
    clock.skip(2 * hour);
    await bot.app.sweep();
    expect(await rows()).toEqual([]);
  });
});

describe('the asker of a question whose words are forgotten', () => {
  async function askAndForget(place: string) {
    await open();
    const person = aPersonAt(bot, place, { scene: 'webchat' });
    await person.hear('ada@example.com');
    const answer = await person.ask('Revenue by region');
    clock.skip(5 * hour);
    await bot.app.sweep();
    expect((await rows())[0]?.text).toBeUndefined();
    return { person, answer };
  }

  it('still finds the conversation in the history by its words, which Genie keeps', async () => {
    const { person } = await askAndForget('history');
    const history = await person.hear('history');
    expect(readAloud(history)).toMatch(/^Revenue by region$/m);
    await person.click(history, { action: 'continue' });
    expect(person.last()).toContain('Continuing “Revenue by region”');
  });

  it('can still ask the same again, rate it and see its SQL', async () => {
    const { person, answer } = await askAndForget('again');
    expect(readAloud(await person.hear('sql'))).toContain('Revenue by region');
    expect(readAloud(await person.hear('feedback'))).toContain('Revenue by region');
    await person.click(answer, { action: 'again' });
    await bot.connector.waitFor(() => person.answers()[1]);
    const contents = bot.genie.messages().map(({ content }) => content);
    expect(contents[1]).toBe(contents[0]);
  });

  it('sees a history without words while Genie doesn’t return them', async () => {
    const { person } = await askAndForget('silent');
    bot.genie.faults.next({ path: '/messages/', times: 9 }, { status: 404 });
    expect(readAloud(await person.hear('history'))).toMatch(/^Conversation$/m);
  });
});
