import { afterEach, expect, it } from 'vitest';
import type { TeamsMember } from '../../support/connectorDouble.ts';
import { createMovableClock } from '../../support/movableClock.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { readAloud } from '../../support/shownTo.ts';

const dayMs = 24 * 3_600_000;
const team = '19:9a8b7c6d5e4f3a2b1c0d@thread.tacv2';
const channel = '19:3b5d1c7e9f2a4b6c8d0e@thread.tacv2';
const thread = `${channel};messageid=1763712000000`;

let bot: InProcess;
afterEach(() => bot.close());

async function open(member: (id: string, conversationId: string) => TeamsMember | undefined) {
  const clock = createMovableClock();
  bot = await openInProcess({ connector: { member }, clock });
  return clock;
}
const lookedUpIn = () =>
  bot.connector.requests.flatMap(({ path }) => /([^/]+)\/members\//.exec(path)?.[1] ?? []);
const whoami = async (place: string, scene?: 'channel') =>
  readAloud(await aPersonAt(bot, place, scene && { scene }).hear('whoami'));

it('in a channel thread, a person is looked up in the team', async () => {
  await open((id) => ({ id, name: 'Ada of the team' }));
  expect(await whoami(thread, 'channel')).toContain('Ada of the team');
  expect(lookedUpIn().map(decodeURIComponent)).toEqual([team]);
});

it('a person who is only in the channel, as in a shared one, is looked up there next', async () => {
  await open((id, where) => (where === channel ? { id, name: 'Ada of the channel' } : undefined));
  expect(await whoami(thread, 'channel')).toContain('Ada of the channel');
  expect(lookedUpIn().map(decodeURIComponent)).toEqual([team, channel]);
});

it.each([400, 403, 404])(
  'a team whose roster answers %i leads to the channel’s',
  async (status) => {
    await open((id, where) => ({ id, name: `Ada of ${where}` }));
    bot.connector.faults.next({ path: '/members/' }, { status });
    expect(await whoami(thread, 'channel')).toContain(`Ada of ${channel}`);
    expect(lookedUpIn().map(decodeURIComponent)).toEqual([team, channel]);
  },
);

it('a team whose roster is out of order leads nowhere else', async () => {
  await open((id, where) => ({ id, name: `Ada of ${where}` }));
  bot.connector.faults.next({ path: '/members/' }, { status: 500 });
  expect(await whoami(thread, 'channel')).not.toContain('Ada of');
  expect(lookedUpIn().map(decodeURIComponent)).toEqual([team]);
});

it('a reply about someone else is ignored, and the next message asks again', async () => {
  const ids = ['29:someone-else'];
  await open((id) => ({ id: ids.shift() ?? id, name: 'Ada in the profile' }));
  expect(await whoami('swapped')).not.toContain('Ada in the profile');
  expect(await whoami('swapped')).toContain('Ada in the profile');
});

it('a profile is valid for a day; then it is read again, and what it no longer contains is forgotten', async () => {
  let profile: Partial<TeamsMember> = { name: 'Ada Byron', email: 'byron@example.com' };
  const clock = await open((id) => ({ id, ...profile }));
  await whoami('renewed');
  profile = { name: 'Ada Lovelace' };
  clock.skip(dayMs - 60_000);
  expect(await whoami('renewed')).toContain('byron@example.com');
  clock.skip(60_000);
  const renewed = await whoami('renewed');
  expect(renewed).toContain('Ada Lovelace');
  expect(renewed).not.toContain('byron@example.com');
});

it('while a profile can’t be renewed, the last one stays valid', async () => {
  const known = { email: 'ada@example.com' };
  const profiles: (typeof known | undefined)[] = [known, undefined];
  const clock = await open((id) => {
    const profile = profiles.shift();
    return profile && { id, ...profile };
  });
  await whoami('stale');
  clock.skip(dayMs);
  expect(await whoami('stale')).toContain('ada@example.com');
});
