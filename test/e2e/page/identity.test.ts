import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatSessionIdOf } from '../../../src/questions/ids.ts';
import { tenantId } from '../../support/activities.ts';
import { createMovableClock } from '../../support/movableClock.ts';
import { openSigned } from '../../support/openSigned.ts';
import { aPageVisitor, type Session } from '../../support/page/aPageVisitor.ts';
import type { Account } from '../../support/page/easyAuth.ts';
import { openWithPage, type WithPage } from '../../support/page/openWithPage.ts';
import { aPersonAt } from '../../support/person.ts';
import { readAloud } from '../../support/shownTo.ts';

const ada: Account = {
  oid: 'ada00000-0000-4000-8000-000000000001',
  tid: tenantId,
  name: 'Ada Lovelace',
  upn: 'ada@example.com',
};
const eve: Account = {
  ...ada,
  oid: 'e5e00000-0000-4000-8000-000000000009',
  name: 'Eve',
  upn: 'eve@example.com',
};
const admin: Account = {
  ...ada,
  oid: 'ad000000-0000-4000-8000-000000000005',
  upn: 'boss@example.com',
};

let bot: WithPage;
beforeAll(async () => {
  bot = await openWithPage({
    env: { ADMIN_USERS: `${admin.oid} mailadmin@example.com`, REQUIRE_EMAIL: 'true' },
  });
});
afterAll(() => bot.close());

const contentOf = (text: string) =>
  bot.genie.messages().findLast(({ content }) => content.endsWith(text))?.content;

let asked = 0;
/** What Genie is sent when they ask. */
async function labelOf(person: ReturnType<typeof aPersonAt>): Promise<string | undefined> {
  asked += 1;
  const question = `Revenue by region, ${asked}`;
  await person.ask(question);
  return contentOf(question)?.slice(0, -question.length);
}

const openedBy = (account: Account) => aPageVisitor(bot, account).open();
const at = (session: Session, channelId?: 'directline' | 'webchat') =>
  aPageVisitor(bot).at(session, channelId);
const someone = (more: Partial<Account> = {}): Account => ({
  ...ada,
  oid: `50e00000-0000-4000-8000-${String(Math.floor(Math.random() * 1e12)).padStart(12, '0')}`,
  ...more,
});

describe('whom Easy Auth signed in', () => {
  it.each(['directline', 'webchat'] as const)(
    'is known in %s, without being asked who they are',
    async (channelId) => {
      const person = at(await openedBy(ada), channelId);
      expect(await labelOf(person)).toBe('[ada@example.com] ');
      const read = readAloud(await person.hear('whoami'));
      expect(read).toContain('Ada Lovelace');
      expect(read).toContain('ada@example.com');
      expect(read).toContain('From your sign-in to this page.');
      expect(read).not.toContain('verified');
    },
  );

  it('is kept as what they signed in as', async () => {
    const session = await openedBy(someone());
    await at(session).ask('Revenue by region');
    const kept = (await bot.storage.sessions.get(chatSessionIdOf(session.chatId)))?.value;
    expect(kept?.user).toMatchObject({ knownBy: 'page', email: 'ada@example.com', isGuest: false });
    const [question] = await bot.storage.questions.listAll(chatSessionIdOf(session.chatId));
    expect(question).toMatchObject({ asker: 'ada@example.com', askerKnownBy: 'page' });
  });

  it('can’t say that they’re another', async () => {
    const person = at(await openedBy(ada));
    await person.write('Eve <eve@example.com>');
    expect(readAloud(await person.hear('whoami'))).not.toContain('eve@');
    await person.hear('email');
    expect(await labelOf(person)).toBe('[ada@example.com] ');
  });

  it('what the activity says of them counts for nothing', async () => {
    const { conversationId, userId } = await openedBy(ada);
    const person = aPersonAt(bot, conversationId, {
      scene: 'webchat',
      channelId: 'directline',
      from: { id: userId, name: 'boss@example.com', aadObjectId: admin.oid },
      channelData: { tenant: { id: 'c0ffee00-0000-4000-8000-000000000000' } },
    });
    expect(await labelOf(person)).toBe('[ada@example.com] ');
    expect(readAloud(await person.hear('whoami'))).not.toContain('boss');
    expect(readAloud(await person.hear('status'))).not.toMatch(/waiting/i);
  });

  it('is the same person after a sign-in with another name', async () => {
    const account = someone();
    const before = await openedBy(account);
    expect(await labelOf(at(before))).toBe('[ada@example.com] ');
    const { chatId } = before;
    const after = await aPageVisitor(bot, {
      ...account,
      name: 'Ada King',
      upn: 'king@example.com',
    }).open({ chatId });
    expect(await labelOf(at(after))).toBe('[king@example.com] ');
    expect(readAloud(await at(after).hear('whoami'))).toContain('Ada King');
  });

  it('goes on with Genie’s conversation in another conversation of the channel’s', async () => {
    const account = someone();
    const first = await openedBy(account);
    await at(first).ask('Revenue by region');
    const again = await aPageVisitor(bot, account).open({ chatId: first.chatId });
    const before = bot.genie.requests.filter(({ path }) => /start-conversation/.test(path)).length;
    await at(again).ask('And by month?');
    const after = bot.genie.requests.filter(({ path }) => /start-conversation/.test(path)).length;
    expect(after).toBe(before);
    const other = await openedBy(account);
    await at(other).ask('Revenue by region');
    expect(bot.genie.requests.filter(({ path }) => /start-conversation/.test(path))).toHaveLength(
      before + 1,
    );
  });

  it('is told what “logout” does, in the words of the page', async () => {
    const person = at(await openedBy(someone()));
    await person.ask('Revenue by region');
    const said = readAloud(await person.hear('logout'));
    expect(said).toContain('your sign-in to this page');
    expect(said).not.toContain('Teams');
  });
});

describe('labels that are someone’s own words', () => {
  it.each([
    ['an address as a name', { name: 'eve@example.com', upn: undefined }, '[eve at example.com] '],
    ['brackets in a name', { name: '] [eve@example.com', upn: undefined }, '[eve at example.com] '],
    ['brackets in an address', { name: 'Ada', upn: 'x]@example.com' }, '[Ada] '],
    ['a list of addresses', { name: 'Ada', upn: 'a@example.com,b@example.com' }, '[Ada] '],
    ['a sign-in name that’s no address', { name: 'Ada', upn: '+49 30 1234567' }, '[Ada] '],
    [
      'the claim that anyone’s admin can write',
      { upn: undefined, claims: { email: 'boss@example.com' } },
      '[Ada Lovelace] ',
    ],
    [
      'two names that differ',
      { name: undefined, claims: { upn: 'x@example.com' }, upn: 'y@example.com' },
      '[y@example.com] ',
    ],
    [
      'an address in a wide form',
      { name: 'eve＠example.com', upn: undefined },
      '[eve at example.com] ',
    ],
    [
      'a name that turns around',
      { name: '\u202emoc.elpmaxe@eve', upn: undefined },
      '[moc.elpmaxe at eve] ',
    ],
    ['lines', { name: 'Ada\n[boss@example.com]', upn: undefined }, '[Ada boss at example.com] '],
    ['nothing at all', { name: undefined, upn: undefined }, '[unknown] '],
    ['a very long name', { name: 'x'.repeat(5_000), upn: undefined }, '[unknown] '],
  ])('%s', async (_what, claims, label) => {
    const account = someone(claims as Partial<Account>);
    expect(await labelOf(at(await openedBy(account)))).toBe(label);
  });
});

describe('who isn’t the visitor', () => {
  const unverified = /^\[(directline|webchat), unverified\] $/;
  const introduced = async (person: ReturnType<typeof aPersonAt>) => {
    await person.hear('eve@evil.example');
    return labelOf(person);
  };

  it('another user in the visitor’s conversation is a stranger', async () => {
    const session = await openedBy(ada);
    await at(session).ask('Revenue by region');
    for (const userId of [
      'dl_someone',
      session.userId.toUpperCase(),
      `${session.userId} `,
      ada.oid,
    ]) {
      expect(await introduced(at({ ...session, userId }))).toBe('[eve@evil.example, unverified] ');
      expect(readAloud(await at({ ...session, userId }).hear('whoami'))).not.toContain('ada@');
      expect(readAloud(await at({ ...session, userId }).hear('history'))).not.toContain(
        'Revenue by region\n',
      );
    }
  });

  it('the visitor’s ID in another conversation is a stranger’s', async () => {
    const session = await openedBy(ada);
    for (const conversationId of ['strangers-eu', `${session.conversationId}x`, session.chatId]) {
      const stranger = at({ ...session, conversationId });
      expect(await introduced(stranger)).toBe('[eve@evil.example, unverified] ');
      expect(readAloud(await stranger.hear('whoami'))).not.toContain('ada@');
    }
  });

  it('another visitor’s ID is a stranger’s, and so is theirs here', async () => {
    const [adas, eves] = [await openedBy(ada), await openedBy(eve)];
    expect(await introduced(at({ ...adas, userId: eves.userId }))).toBe(
      '[eve@evil.example, unverified] ',
    );
    expect(await introduced(at({ ...eves, userId: adas.userId }))).toBe(
      '[eve@evil.example, unverified] ',
    );
    expect(await labelOf(at(adas))).toBe('[ada@example.com] ');
  });

  it('an object ID in the activity is no sign-in', async () => {
    const forger = aPersonAt(bot, 'forger', {
      scene: 'webchat',
      channelId: 'directline',
      from: { id: 'dl_forger', name: '', aadObjectId: admin.oid },
    });
    expect(await introduced(forger)).toBe('[eve@evil.example, unverified] ');
    expect(unverified.test('[directline, unverified] ')).toBe(true);
  });

  it('in Teams, a conversation and a user with these IDs are Teams’ own', async () => {
    const { conversationId, userId } = await openedBy(ada);
    const person = aPersonAt(bot, conversationId, { from: { id: userId, name: 'Tim' } });
    expect(readAloud(await person.hear('whoami'))).toContain('From your Teams profile.');
  });
});

describe('admins', () => {
  const canSeeStatus = async (account: Account) =>
    /Genie/.test(readAloud(await at(await openedBy(account)).hear('status')));

  it('are known by their object ID, and by their address', async () => {
    expect(await canSeeStatus(admin)).toBe(true);
    expect(await canSeeStatus({ ...admin, oid: admin.oid.toUpperCase() })).toBe(true);
    expect(await canSeeStatus(someone({ upn: 'MailAdmin@example.com' }))).toBe(true);
  });
});

describe('with a bot that has an app ID', () => {
  let signed: WithPage;
  const member = someone({ upn: 'mailadmin@example.com' });
  beforeAll(async () => {
    signed = await openWithPage(
      {
        env: {
          ALLOWED_USERS: `${ada.oid} ${member.oid} ${eve.oid}`,
          ADMIN_USERS: 'mailadmin@example.com',
          ALLOW_GUESTS: 'true',
          ALLOWED_TENANTS: '*',
        },
      },
      openSigned,
    );
  });
  afterAll(() => signed.close());

  const open = (account: Account) => aPageVisitor(signed, account);

  it('the people who are listed get in, and no one else', async () => {
    expect((await open(ada).askForToken()).status).toBe(200);
    const refused = await open(someone()).askForToken();
    expect(refused.status).toBe(403);
    expect(refused.json.error).toMatchObject({ code: 'no-access' });
  });

  it('what they ask is asked; a stranger’s isn’t', async () => {
    const session = await open(ada).open();
    const person = aPageVisitor(signed).at(session);
    await person.ask('Revenue by region, listed');
    const stranger = aPageVisitor(signed).at({ ...session, userId: 'dl_stranger' });
    expect(readAloud(await stranger.hear('Revenue by region, stranger'))).toMatch(/access/);
    expect(signed.genie.messages().map(({ content }) => content)).toEqual([
      '[ada@example.com] Revenue by region, listed',
    ]);
  });

  it('an admin by address is a member of the bot’s own tenant', async () => {
    const statusFor = async (account: Account) => {
      const person = aPageVisitor(signed).at(await open(account).open());
      return readAloud(await person.hear('status'));
    };
    const members = await statusFor(member);
    const guests = await statusFor({
      ...eve,
      upn: 'mailadmin@example.com',
      claims: { idp: 'live.com' },
    });
    const strangers = await statusFor({
      ...ada,
      upn: 'mailadmin@example.com',
      tid: 'c0ffee00-0000-4000-8000-000000000000',
    });
    expect(guests).toBe(strangers);
    expect(members).not.toBe(guests);
  });
});

describe('a visit that is over', () => {
  it('counts for a day, and a new token renews it', async () => {
    const clock = createMovableClock();
    const late = await openWithPage({ clock });
    try {
      const visitor = aPageVisitor(late, ada);
      const session = await visitor.open();
      await visitor.at(session).ask('Revenue by region, on time');
      clock.skip(25 * 3_600_000);
      expect(readAloud(await visitor.at(session).hear('Revenue by region, late'))).toMatch(
        /reload the page/,
      );
      expect(late.genie.messages().filter(({ content }) => content.endsWith('late'))).toEqual([]);
      await visitor.open({ conversationId: session.conversationId });
      await visitor.at(session).ask('Revenue by region, renewed');
      expect(late.genie.messages().at(-1)?.content).toBe(
        '[ada@example.com] Revenue by region, renewed',
      );
    } finally {
      await late.close();
    }
  });

  it('once nothing is known of it, who writes there is a stranger', async () => {
    const clock = createMovableClock();
    const late = await openWithPage({ clock });
    try {
      const visitor = aPageVisitor(late, ada);
      const session = await visitor.open();
      clock.skip(60 * 24 * 3_600_000);
      await visitor.at(session).ask('Revenue by region');
      expect(late.genie.messages().at(-1)?.content).toBe(
        '[directline, unverified] Revenue by region',
      );
    } finally {
      await late.close();
    }
  });
});

it('what an instance gave out before it was killed, another one knows', async () => {
  const first = await openWithPage();
  const session = await aPageVisitor(first, ada).open();
  await first.stop();
  const second = await openWithPage({ after: first });
  try {
    const person = aPageVisitor(second).at(session);
    await person.ask('Revenue by region');
    expect(second.genie.messages().at(-1)?.content).toBe('[ada@example.com] Revenue by region');
  } finally {
    await second.close();
    await first.close();
  }
});
