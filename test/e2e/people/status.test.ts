import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMovableClock, type MovableClock } from '../../support/movableClock.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { readAloud } from '../../support/shownTo.ts';

const grace = { id: '29:grace', name: 'Grace', aadObjectId: 'aad-grace' };

let bot: InProcess;
let clock: MovableClock;
beforeAll(async () => {
  clock = createMovableClock();
  bot = await openInProcess({
    clock,
    env: { ADMIN_USERS: 'AAD-Grace', GENIE_QUESTIONS_PER_MINUTE: '50' },
  });
  bot.genie.faults.script('badly', { error: { type: 'SQL_EXECUTION_EXCEPTION', error: 'no' } });
});
afterAll(() => bot.close());

const status = async () => readAloud(await aPersonAt(bot, 'admin', { from: grace }).hear('status'));

describe('the status', () => {
  it('is empty on a quiet day', async () => {
    expect(await status()).toMatch(/Questions: \n0\n[\s\S]*Not answered: \nnone/);
  });

  it('counts everyone’s questions, how they ended and how long they took', async () => {
    await aPersonAt(bot, 'ada').ask('Revenue by region');
    await aPersonAt(bot, 'bob', { scene: 'webchat' }).ask('How many customers?');
    const eve = aPersonAt(bot, 'eve');
    await eve.write('Revenue badly');
    await bot.connector.waitFor(() => /Try again/.test(eve.last()));
    await bot.settled();
    const read = await status();
    expect(read).toMatch(/Questions: \n3\n/);
    expect(read).toMatch(/Answered: \n2\n/);
    expect(read).toMatch(/Not answered: \ngenie-failed 1\n/);
    expect(read).toMatch(/Time to answer: \nmedian \d.* s, 95th percentile \d.* s/);
    expect(read).toMatch(/Time to acknowledge: \nmedian/);
    expect(read).toMatch(/budget: \n3 of 50 questions in the last minute\n/);
    expect(read).toMatch(/Waiting: \n0$/);
    expect(read).not.toMatch(/Revenue|Ada|example/);
  });

  it('says so when Genie isn’t answering', async () => {
    const { budgets } = bot.storage;
    const current = await budgets.get(new URL(bot.genie.url).host);
    const now = clock.now();
    const outage = { since: now - 130_000, isProven: true, probeAt: now + 2_000 } as const;
    if (current) await budgets.replace(current, { ...current.value, outage });
    expect(await status()).toMatch(/Genie: \nhasn’t answered for 2 min 10 s; last tried 3 s ago\n/);
    const changed = await budgets.get(new URL(bot.genie.url).host);
    const { outage: _over, ...before } = changed?.value ?? { id: '', starts: [] };
    if (changed) await budgets.replace(changed, before);
  });

  it('looks back no further than a day', async () => {
    clock.skip(25 * 3_600_000);
    expect(await status()).toMatch(/Questions: \n0\n/);
  });

  it.each([
    ['others', { from: { id: '29:ada', name: 'Ada', aadObjectId: 'ada' } }],
    ['someone who claims to be an admin', { from: grace, scene: 'webchat' }],
  ] as const)('is not shown to %s, and Genie is not asked', async (_who, overrides) => {
    const asked = bot.genie.messages().length;
    const reply = await aPersonAt(bot, 'elsewhere', overrides).hear('status');
    expect(readAloud(reply)).toMatch(/Only admins of this bot/);
    expect(bot.genie.messages()).toHaveLength(asked);
  });
});
