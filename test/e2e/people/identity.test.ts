import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Activity } from '../../../local/chat/activity.ts';
import { type InProcess, openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { readAloud } from '../../support/shownTo.ts';

const people: Record<string, { name: string; email?: string; userPrincipalName?: string }> = {
  '29:bob': { name: 'Bob', email: 'bob@example.com', userPrincipalName: 'bob.b@example.com' },
  '29:guest': { name: 'Gil', userPrincipalName: 'gil_partner.com#EXT#@example.com' },
  '29:nobody': { name: 'Nora] [x' },
};

let bot: InProcess;
beforeAll(async () => {
  bot = await openInProcess({
    connector: {
      member: (id) => {
        if (id === '29:swapped') return { id: '29:someone-else', name: 'Eve', email: 'eve@x.com' };
        const known = people[id];
        return known && { id, ...known };
      },
    },
  });
});
afterAll(() => bot.close());

const contentOf = (text: string) =>
  bot.genie.messages().findLast(({ content }) => content.endsWith(text))?.content;

describe('in Teams', () => {
  it.each([
    ['29:bob', '[bob@example.com] '],
    ['29:guest', '[gil_partner.com#EXT#@example.com] '],
    ['29:nobody', '[Nora x] '],
    ['29:unknown', '[From the activity] '],
    ['29:swapped', '[From the activity] '],
  ])('%s asks as %j', async (id, prefix) => {
    const person = aPersonAt(bot, id, { from: { id, name: 'From the activity' } });
    await person.ask(`Revenue by region, ${id}`);
    expect(contentOf(`Revenue by region, ${id}`)).toBe(`${prefix}Revenue by region, ${id}`);
  });

  it('the profile is read once, however many questions follow', async () => {
    const bob = aPersonAt(bot, 'once', { from: { id: '29:bob', name: 'Bob' } });
    await bob.ask('Revenue by region');
    await bob.ask('Revenue by month');
    await bob.hear('whoami');
    const reads = bot.connector.requests.filter(({ path }) => path.includes('/once/members/'));
    expect(reads).toHaveLength(1);
  });

  it('no one can pass for someone else', async () => {
    const bob = aPersonAt(bot, 'claims', { from: { id: '29:bob', name: 'Bob' } });
    expect(readAloud(await bob.hear('email'))).toContain('bob@example.com');
    await bob.write('ada@example.com');
    await bot.connector.waitFor(() => contentOf('ada@example.com'));
    expect(readAloud(await bob.hear('whoami'))).not.toContain('ada@');
    expect(contentOf('ada@example.com')).toBe('[bob@example.com] ada@example.com');
  });
});

describe('in Web Chat', () => {
  it('people can say who they are, which is stored as unverified and never shown with a question', async () => {
    const ada = aPersonAt(bot, 'web', { scene: 'webchat' });
    await ada.ask('Revenue by region, before');
    expect(contentOf('region, before')).toBe('[webchat, unverified] Revenue by region, before');
    expect(readAloud(await ada.hear('Ada Lovelace <ada@example.com>'))).toMatch(/unverified/);
    const read = readAloud(await ada.hear('whoami'));
    expect(read).toContain('Ada Lovelace');
    expect(read).toMatch(/Email \(not verified\): \nada@example\.com/);

    const answer = await ada.ask('Revenue by region, after');
    expect(contentOf('region, after')).toBe(
      '[ada@example.com, unverified] Revenue by region, after',
    );
    expect(JSON.stringify(answer)).not.toContain('ada@example.com');
    expect(JSON.stringify(await ada.hear('history'))).not.toContain('ada@example.com');
  });

  it('the audit trail says that the asker is unverified, and the log has no names', async () => {
    const ada = aPersonAt(bot, 'audit', { scene: 'webchat' });
    await ada.hear('email ada@example.com');
    const { answerId = '' } = (await ada.ask('Revenue by region')).channelData as Record<
      string,
      string
    >;
    const row = await bot.storage.questions.get(answerId);
    expect(row?.value.askerKnownBy).toBe('self-declared');
    const lines = bot.log.map((line) => JSON.stringify(line));
    expect(lines.filter((line) => /@example\.com|Lovelace/.test(line))).toEqual([]);
  });
});

describe('with REQUIRE_EMAIL', () => {
  it('a question in Web Chat waits for the address, and is asked once it arrives', async () => {
    const strict = await openInProcess({ env: { REQUIRE_EMAIL: 'true' } });
    const ada = aPersonAt(strict, 'strict', { scene: 'webchat' });
    expect(readAloud(await ada.hear('Revenue by region'))).toMatch(/please tell me your email/);
    expect(strict.genie.messages()).toEqual([]);
    await ada.write('ada@example.com');
    await strict.connector.waitFor(() => ada.answers()[0]);
    expect(strict.genie.messages().map(({ content }) => content)).toEqual([
      '[ada@example.com, unverified] Revenue by region',
    ]);
    await ada.ask('Revenue by month');
    await strict.close();
  });

  it('the waiting question is not lost if the channel rejects the thank-you', async () => {
    const strict = await openInProcess({ env: { REQUIRE_EMAIL: 'true' } });
    const ada = aPersonAt(strict, 'strict', { scene: 'webchat' });
    await ada.hear('Revenue by region');
    const isThanks = ({ text }: Activity) => text?.startsWith('Thanks.') ?? false;
    strict.connector.faults.next({ activity: isThanks }, { status: 429 });
    const introduction = { id: 'introduction' };
    expect(await ada.write('ada@example.com', introduction)).not.toBe(200);
    await ada.write('ada@example.com', introduction);
    await strict.connector.waitFor(() => ada.answers()[0]);
    await ada.write('ada@example.com', introduction);
    await strict.settled();
    expect(ada.answers()).toHaveLength(1);
    expect(strict.genie.messages()).toHaveLength(1);
    await strict.close();
  });

  it('people in Teams are recognized, with or without an address', async () => {
    const strict = await openInProcess({
      env: { REQUIRE_EMAIL: 'true' },
      connector: { member: () => undefined },
    });
    await aPersonAt(strict, 'teams').ask('Revenue by region');
    await strict.close();
  });
});

it('with PREPEND_USER_EMAIL off, Genie gets no one’s name', async () => {
  const silent = await openInProcess({ env: { PREPEND_USER_EMAIL: 'false' } });
  await aPersonAt(silent, 'silent').ask('Revenue by region');
  expect(silent.genie.messages().map(({ content }) => content)).toEqual(['Revenue by region']);
  await silent.close();
});
