import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionIdOf } from '../../../src/questions/ids.ts';
import { aRun } from '../../support/aRun.ts';
import { asRun } from '../../support/asRun.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt, type Person } from '../../support/person.ts';
import { readAloud } from '../../support/shownTo.ts';

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess();
});
afterAll(() => bot.close());

let asked = 0;

/** What was asked last by anyone is what a subscription asked, with what `changes` says. */
async function makeRun(changes?: Parameters<typeof asRun>[2]): Promise<void> {
  await bot.settled();
  const all = [];
  for await (const page of bot.storage.questions.listSince(0)) all.push(...page);
  const newest = all.sort((one, other) => one.acceptedAt - other.acceptedAt).at(-1);
  if (newest === undefined) throw new Error('nothing was asked');
  await asRun(bot, sessionIdOf(newest.place), changes);
}

/** Something that a subscription asked, in a conversation of its own. */
async function sent(person: Person, text: string, changes?: Parameters<typeof asRun>[2]) {
  await person.hear('reset');
  await person.ask(text);
  await makeRun(changes);
}

const lines = async (person: Person) => readAloud(await person.hear('history')).split('\n');
const someone = () => aPersonAt(bot, `a:history-${++asked}`);

describe('the history of who subscribed', () => {
  it('names an answer of a subscription as what it is', async () => {
    const ada = someone();
    await ada.ask('How many customers?');
    await sent(ada, 'Revenue by region');
    const shown = await lines(ada);
    const at = shown.indexOf('Revenue by region');
    expect(shown[at + 1]).toMatch(/every day.*9:00/i);
    expect(shown.filter((line) => /every day/i.test(line))).toHaveLength(1);
  });

  it('has the newest of a subscription, and those that its owner has gone on with', async () => {
    const ada = someone();
    await sent(ada, 'Revenue by region');
    await ada.ask('only the top 3');
    await sent(ada, 'Revenue by region');
    await sent(ada, 'Revenue by region');
    const other = `${'c'.repeat(32)}-${'d'.repeat(32)}`;
    await sent(ada, 'Revenue by product', () => ({ run: aRun({ subscriptionId: other }) }));
    const shown = await lines(ada);
    expect(shown.filter((line) => line === 'Revenue by region')).toHaveLength(2);
    expect(shown.filter((line) => line === 'Revenue by product')).toHaveLength(1);
    expect(shown.join('\n')).toMatch(/2 questions/);
  });

  it('has nothing of what was kept back, and neither has the last answer', async () => {
    const ada = someone();
    await ada.ask('How many customers?');
    await sent(ada, 'Revenue by region', () => ({ run: aRun({ silent: 'unmet' }) }));
    expect(await lines(ada)).not.toContain('Revenue by region');
    expect(readAloud(await ada.hear('sql'))).toContain('How many customers?');
    await ada.hear('show');
    expect(ada.last()).not.toContain('Revenue by region');
  });

  it('says nothing of an answer that is kept for its time', async () => {
    const ada = someone();
    await ada.ask('How many customers?');
    const dueAt = Date.now() + 600_000;
    await sent(ada, 'Revenue by region', () => ({ state: 'answered', run: aRun({ dueAt }) }));
    expect(await lines(ada)).not.toContain('Revenue by region');
    await ada.hear('show');
    expect(ada.last()).not.toMatch(/on its way|coming/);
  });
});
