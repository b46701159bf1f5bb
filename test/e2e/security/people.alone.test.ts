import { afterEach, describe, expect, it } from 'vitest';
import { aMessage, anInvoke, teamsUser, tenantId } from '../../support/activities.ts';
import type { TeamsMember } from '../../support/connectorDouble.ts';
import { openSigned, type Signed } from '../../support/openSigned.ts';
import { aPersonAt } from '../../support/person.ts';

let bot: Signed;
afterEach(() => bot.close());

const foreign = '99999999-8888-7777-6666-555555555555';
const refused = () => bot.log.filter(({ event }) => event === 'person.refused');
const asked = () => bot.genie.messages().length;
const fromTenant = (id: string) => ({
  conversation: { id: 'place', conversationType: 'personal', tenantId: id },
  channelData: { tenant: { id } },
});

describe('a person of the bot’s own tenant', () => {
  it('is answered, by a bot that says who it is', async () => {
    bot = await openSigned();
    await aPersonAt(bot, 'own', fromTenant(tenantId)).ask('Revenue by region');
    const tokens = new Set(bot.connector.requests.map(({ authorization }) => authorization));
    expect([...tokens]).toEqual([`Bearer ${bot.framework.botToken}`]);
  });
});

describe('who may not', () => {
  it('is told so once, each try is in the log, and nothing reaches Genie', async () => {
    bot = await openSigned();
    for (const text of ['Revenue by region', 'help', 'spaces']) {
      const status = await bot.post(aMessage({ text, ...fromTenant(foreign) }));
      expect(status.status).toBe(200);
    }
    const said = bot.connector.activities('place').map(({ activity }) => activity.text);
    expect(said).toEqual([expect.stringContaining('You don’t have access to this bot')]);
    expect(refused()).toHaveLength(3);
    expect(refused()[0]).toMatchObject({ reason: 'tenant', level: 'warn', sessionId: /./ });
    expect(asked()).toBe(0);
  });

  it('gets 403 for what waits for an answer', async () => {
    bot = await openSigned();
    const click = anInvoke({ name: 'message/submitAction', value: {}, ...fromTenant(foreign) });
    expect((await bot.post(click)).status).toBe(403);
  });

  it.each([
    ['names no tenant', { conversation: { id: 'place' }, channelData: {} }],
    ['names two', { ...fromTenant(tenantId), channelData: { tenant: { id: foreign } } }],
  ])('is who %s', async (_what, activity) => {
    bot = await openSigned();
    await bot.post(aMessage(activity));
    expect(refused()).toMatchObject([{ reason: 'tenant' }]);
  });

  it('is who is not on the list, whatever a page says', async () => {
    bot = await openSigned({
      env: { ALLOWED_USERS: `${foreign}; 5D0F8A0E-9a3c-4b1e-8c55-1f2e3d4c5b6a` },
    });
    await aPersonAt(bot, 'listed', fromTenant(tenantId)).ask('Revenue by region');
    expect(asked()).toBe(1);

    const other = { ...teamsUser, aadObjectId: 'somebody' };
    await bot.post(aMessage({ ...fromTenant(tenantId), from: other }));
    await bot.post(aMessage({ channelId: 'webchat', from: teamsUser }));
    expect(refused()).toMatchObject([{ reason: 'user' }, { reason: 'user' }]);
    expect(asked()).toBe(1);
  });
});

describe('a guest', () => {
  const member = (more: Partial<TeamsMember>) => ({
    connector: { member: (id: string) => ({ ...teamsUser, id, tenantId, ...more }) },
  });

  it.each<[string, Partial<TeamsMember>]>([
    ['by role', { userRole: 'guest' }],
    ['by name', { userRole: 'user', userPrincipalName: 'eve_evil.example#EXT#@contoso.com' }],
    ['of a meeting', { userRole: 'anonymous' }],
  ])('%s is refused', async (_what, more) => {
    bot = await openSigned(member(more));
    await bot.post(aMessage(fromTenant(tenantId)));
    expect(refused()).toMatchObject([{ reason: 'guest' }]);
    expect(asked()).toBe(0);
  });

  it('may be anybody of whom Teams says neither role nor name', async () => {
    bot = await openSigned(member({}));
    await bot.post(aMessage(fromTenant(tenantId)));
    expect(refused()).toMatchObject([{ reason: 'unknown' }]);
    expect(asked()).toBe(0);
  });

  it('is let in where guests may', async () => {
    bot = await openSigned({ ...member({ userRole: 'guest' }), env: { ALLOW_GUESTS: 'true' } });
    await aPersonAt(bot, 'guest', fromTenant(tenantId)).ask('Revenue by region');
    expect(asked()).toBe(1);
  });

  it('or not: while Teams does not say, nobody is let in, and everybody may try again', async () => {
    bot = await openSigned();
    bot.connector.faults.next({ path: '/members/' }, { status: 502 });
    await bot.post(aMessage(fromTenant(tenantId)));
    expect(refused()).toMatchObject([{ reason: 'unknown' }]);
    expect(asked()).toBe(0);
    await aPersonAt(bot, 'place', fromTenant(tenantId)).ask('Revenue by region');
    expect(asked()).toBe(1);
  });
});

describe('one person', () => {
  it('may ask so often a minute wherever they are, and others are not held up', async () => {
    bot = await openSigned({ env: { USER_QUESTIONS_PER_MINUTE: '2' } });
    const at = (place: string, from = teamsUser) =>
      aPersonAt(bot, place, { ...fromTenant(tenantId), from });
    await at('one').ask('Revenue by region');
    await at('two').ask('Revenue by month');
    const third = at('three');
    await third.write('Revenue by year');
    expect(third.last()).toMatch(/limit of questions per minute/);
    expect(asked()).toBe(2);
    const bob = { id: '29:bob', name: 'Bob', aadObjectId: 'bob' };
    await at('three', bob).ask('Revenue by year');
  });

  it('may have a question delivered again', async () => {
    bot = await openSigned({ env: { USER_QUESTIONS_PER_MINUTE: '1' } });
    const question = aMessage({ text: 'Revenue by region', ...fromTenant(tenantId) });
    for (let time = 0; time < 3; time++) await bot.post(question);
    await bot.settled();
    const said = JSON.stringify(bot.connector.activities('place'));
    expect(said).not.toMatch(/limit of questions per minute/);
    expect(asked()).toBe(1);
  });

  it('cannot ask with a whole book', async () => {
    bot = await openSigned();
    const ada = aPersonAt(bot, 'book', fromTenant(tenantId));
    await ada.write('x'.repeat(10_001));
    expect(ada.last()).toMatch(/The limit is 10,000 characters/);
    expect(asked()).toBe(0);
  });
});
