import { afterEach, describe, expect, it } from 'vitest';
import { aMessage, teamsUser, tenantId } from '../../support/activities.ts';
import type { TeamsMember } from '../../support/connectorDouble.ts';
import { openSigned, type Signed } from '../../support/openSigned.ts';
import { readAloud } from '../../support/shownTo.ts';

// Teams names the tenant that hosts a conversation. In a shared channel, and in a chat with another organization,
// people of other tenants write in it.

const foreign = '99999999-8888-7777-6666-555555555555';
const ada = { email: 'ada@example.com', userPrincipalName: 'ada@example.com', userRole: 'user' };
const place = '19:f6f8b1e6a1c94b0f8d8e@thread.v2';

let bot: Signed;
afterEach(() => bot.close());

async function say(text: string, env: Record<string, string>, more: Partial<TeamsMember>) {
  const member = (id: string) => ({ ...teamsUser, id, ...ada, ...more });
  bot = await openSigned({ env, connector: { member } });
  await bot.post(aMessage({ scene: 'group', text }));
}
const refusals = () =>
  bot.log.filter(({ event }) => event === 'person.refused').map(({ reason }) => reason);
const said = () => bot.connector.activities(place).map(({ activity }) => readAloud(activity));

describe('a person in a conversation of the bot’s own tenant', () => {
  const own = tenantId;
  it.each<[string, Record<string, string>, Partial<TeamsMember>, string[]]>([
    ['from that tenant is let in', {}, { tenantId: own }, []],
    [
      'from that tenant is let in, however Teams writes it',
      {},
      { tenantId: own.toUpperCase() },
      [],
    ],
    ['from another tenant is refused', {}, { tenantId: foreign }, ['tenant']],
    [
      'from another tenant is refused even if guests are allowed',
      { ALLOW_GUESTS: 'true' },
      { tenantId: foreign },
      ['tenant'],
    ],
    [
      'from another allowed tenant is still a guest',
      { ALLOWED_TENANTS: `${own} ${foreign}` },
      { tenantId: foreign },
      ['guest'],
    ],
    [
      'is a guest if all tenants are allowed',
      { ALLOWED_TENANTS: '*' },
      { tenantId: foreign },
      ['guest'],
    ],
    [
      'from another allowed tenant is let in if guests are allowed',
      { ALLOWED_TENANTS: `${own} ${foreign}`, ALLOW_GUESTS: 'true' },
      { tenantId: foreign },
      [],
    ],
    ['is refused if Teams names no tenant', { ALLOW_GUESTS: 'true' }, {}, ['unknown']],
    [
      'is not looked up if everyone is allowed',
      { ALLOWED_TENANTS: '*', ALLOW_GUESTS: 'true' },
      {},
      [],
    ],
  ])('%s', async (_what, env, member, reasons) => {
    await say('help', env, member);
    expect(refusals()).toEqual(reasons);
    const words = reasons[0] === 'unknown' ? /who you are/ : /You don’t have access to this bot/;
    expect(said()).toEqual([
      reasons.length > 0 ? expect.stringMatching(words) : expect.not.stringMatching(words),
    ]);
    const everybody = env['ALLOWED_TENANTS'] === '*' && env['ALLOW_GUESTS'] === 'true';
    const lookUps = bot.connector.requests.filter(({ path }) => path.includes('/members/'));
    expect(lookUps).toHaveLength(everybody ? 0 : 1);
  });
});

describe('an admin by email address', () => {
  const admins = { ADMIN_USERS: 'ada@example.com', ALLOWED_TENANTS: '*', ALLOW_GUESTS: 'true' };
  it.each<[string, Partial<TeamsMember>, boolean]>([
    ['is a member of the bot’s tenant with that address', { tenantId }, true],
    ['is never from another tenant, whose admins assign addresses', { tenantId: foreign }, false],
    ['is never a guest', { tenantId, userRole: 'guest' }, false],
    ['is never a person without a tenant', {}, false],
  ])('%s', async (_what, member, isAdmin) => {
    await say('status', admins, member);
    const refusal = expect.stringContaining('Only admins of this bot');
    expect(said()).toEqual([isAdmin ? expect.stringContaining('Questions') : refusal]);
  });
});
