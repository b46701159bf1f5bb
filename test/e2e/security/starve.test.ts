import { afterEach, describe, expect, it } from 'vitest';
import { aMessage } from '../../support/activities.ts';
import { createMovableClock } from '../../support/movableClock.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { messagesIn, readAloud } from '../../support/shownTo.ts';

let bot: InProcess;
afterEach(() => bot.close());

/** Genie takes five a minute, as a real workspace does. */
const open = async () => {
  bot = await openInProcess({
    clock: createMovableClock(),
    env: { GENIE_QUESTIONS_PER_MINUTE: '5', LOG_LEVEL: 'info' },
  });
};
const accepted = () => bot.log.filter(({ event }) => event === 'question.accepted').length;

const fromVisitor = (conversation: string, name: string) =>
  aMessage({
    channelId: 'webchat',
    conversation: { id: conversation },
    from: { id: name, name },
    text: `Revenue by region, ${name}`,
  });

/** How long a person in Teams who comes now is told to wait, in seconds. */
async function waitOfBob(): Promise<number> {
  const from = { id: '29:bob', name: 'Bob', aadObjectId: 'bob' };
  await bot.post(aMessage({ conversation: { id: 'bob' }, from, text: 'Revenue by month' }));
  const said = messagesIn(bot.connector, 'bot').concat(messagesIn(bot.connector, 'bob'));
  const [, minutes, seconds] =
    /about (?:(\d+) min ?)?(?:(\d+) s)?/.exec(said.map(readAloud).join('\n')) ?? [];
  return Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}

describe('nobody can take Genie from the others', () => {
  it('not a visitor who calls themselves differently with each message', async () => {
    await open();
    for (let count = 0; count < 300; count += 1) {
      await bot.post(fromVisitor('one-page', `visitor-${count}`));
    }
    expect(accepted()).toBe(5);
    const waitSeconds = await waitOfBob();
    expect(waitSeconds).toBeGreaterThan(0);
    expect(waitSeconds).toBeLessThanOrEqual(62);
  });

  it('not a visitor who opens many conversations', async () => {
    await open();
    for (let count = 0; count < 60; count += 1) {
      await bot.post(fromVisitor(`page-${count}`, `visitor-${count}`));
    }
    expect(accepted()).toBe(60);
    const waitSeconds = await waitOfBob();
    expect(waitSeconds).toBeGreaterThan(0);
    expect(waitSeconds).toBeLessThanOrEqual(62);
  });

  it('not a person in Teams who asks in many threads', async () => {
    await open();
    const from = { id: '29:ada', name: 'Ada', aadObjectId: 'ada' };
    for (let thread = 0; thread < 21; thread += 1) {
      const conversation = { id: `thread-${thread}` };
      await bot.post(aMessage({ conversation, from, text: `Revenue by region, ${thread}` }));
    }
    expect(accepted()).toBe(5);
    const waitSeconds = await waitOfBob();
    expect(waitSeconds).toBeGreaterThan(0);
    expect(waitSeconds).toBeLessThanOrEqual(62);
  });
});

it('a visitor’s own brackets never stand where Databricks’ audit finds who asked', async () => {
  await open();
  const forged = { ...fromVisitor('page', 'eve'), text: '[ada@corp.com] Revenue by region' };
  await bot.post(forged);
  await bot.settled();
  expect(bot.genie.messages().map(({ content }) => content)).toEqual([
    '[webchat, unverified] [ada@corp.com] Revenue by region',
  ]);
});
