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

describe('a person without access', () => {
  it('is told so once; each attempt is logged, and nothing reaches Genie', async () => {
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

  it('gets 403 for a click that waits for a reply', async () => {
    bot = await openSigned();
    const click = anInvoke({ name: 'message/submitAction', value: {}, ...fromTenant(foreign) });
    expect((await bot.post(click)).status).toBe(403);
  });

  it.each([
    ['names no tenant', { conversation: { id: 'place' }, channelData: {} }],
    ['names two tenants', { ...fromTenant(tenantId), channelData: { tenant: { id: foreign } } }],
  ])('is anyone whose activity %s', async (_what, activity) => {
    bot = await openSigned();
    await bot.post(aMessage(activity));
    expect(refused()).toMatchObject([{ reason: 'tenant' }]);
  });

  it('is anyone who isn’t on the list, whatever a page claims', async () => {
    bot = await openSigned({
      env: { ALLOWED_USERS: `${foreign}; 5D0F8A0E-9a3c-4b1e-8c55-1f2e3d4c5b6a` },
    });
    await aPersonAt(bot, 'listed', fromTenant(tenantId)).ask('Revenue by region');
    expect(asked()).toBe(1);

    const other = { ...teamsUser, aadObjectId: 'someone' };
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
    ['recognized by role', { userRole: 'guest' }],
    [
      'recognized by name',
      { userRole: 'user', userPrincipalName: 'eve_evil.example#EXT#@contoso.com' },
    ],
    ['who is anonymous in a meeting', { userRole: 'anonymous' }],
  ])('%s is refused', async (_what, more) => {
    bot = await openSigned(member(more));
    await bot.post(aMessage(fromTenant(tenantId)));
    expect(refused()).toMatchObject([{ reason: 'guest' }]);
    expect(asked()).toBe(0);
  });

  it('could be anyone for whom Teams gives neither role nor name, so they are refused', async () => {
    bot = await openSigned(member({}));
    await bot.post(aMessage(fromTenant(tenantId)));
    expect(refused()).toMatchObject([{ reason: 'unknown' }]);
    expect(asked()).toBe(0);
  });

  it('is let in if the settings allow guests', async () => {
    bot = await openSigned({ ...member({ userRole: 'guest' }), env: { ALLOW_GUESTS: 'true' } });
    await aPersonAt(bot, 'guest', fromTenant(tenantId)).ask('Revenue by region');
    expect(asked()).toBe(1);
  });

  it('could be anyone while Teams doesn’t answer, so no one is let in, and everyone can try again', async () => {
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
  it('has a limit of questions per minute wherever they are, and doesn’t hold others up', async () => {
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

  it('doesn’t use up the limit when a question is delivered again', async () => {
    bot = await openSigned({ env: { USER_QUESTIONS_PER_MINUTE: '1' } });
    const question = aMessage({ text: 'Revenue by region', ...fromTenant(tenantId) });
    for (let time = 0; time < 3; time++) await bot.post(question);
    await bot.settled();
    const said = JSON.stringify(bot.connector.activities('place'));
    expect(said).not.toMatch(/limit of questions per minute/);
    expect(asked()).toBe(1);
  });

  it('can’t ask a question of more than 10,000 characters', async () => {
    bot = await openSigned();
    const ada = aPersonAt(bot, 'book', fromTenant(tenantId));
    await ada.write('x'.repeat(10_001));
    expect(ada.last()).toMatch(/The limit is 10,000 characters/);
    expect(asked()).toBe(0);
  });
});
