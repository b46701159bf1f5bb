import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { people } from '../../local/demo/people.ts';
import { unsignedToken } from '../../local/signIn/unsignedToken.ts';
import { type DemoSignIn, startDemoSignIn } from '../../local/startDemoSignIn.ts';
import { type ChatWithFakeBot, startChatWithFakeBot } from '../support/chatWithFakeBot.ts';
import { requestAs } from '../support/requestAs.ts';

const connectionName = 'databricks';
const [ada, erik] = people as [(typeof people)[number], (typeof people)[number]];
const mine = 'dl_0123456789abcdef';
const theirs = 'dl_fedcba9876543210';

let chat: ChatWithFakeBot;
let signIn: DemoSignIn;
beforeEach(async () => {
  chat = await startChatWithFakeBot(() => []);
  signIn = await startDemoSignIn(chat.signIn);
});
afterEach(() => Promise.all([chat.close(), signIn.close()]));

/** The chat in someone's browser: its conversation, and what its session endpoint gave it. */
async function openBrowser(userId = mine) {
  const { token, conversationId } = await chat.grant(userId);
  const session = await fetch(`${chat.url}/directline/session/getsessionid`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { sessionId } = (await session.json()) as { sessionId: string };
  const setCookie = session.headers.get('set-cookie') ?? '';
  const [cookie = ''] = setCookie.split(';');
  return { userId, conversationId, sessionId, cookie, setCookie };
}

type OpenBrowser = Awaited<ReturnType<typeof openBrowser>>;

/** The link that the bot gets for its card. */
async function linkFor({ userId, conversationId }: OpenBrowser, channelId = 'webchat') {
  const conversation = { channelId, user: { id: userId }, conversation: { id: conversationId } };
  const state = JSON.stringify({ connectionName, conversation, msAppId: '' });
  const query = new URLSearchParams({ state: Buffer.from(state).toString('base64') });
  const response = await fetch(`${signIn.url}/api/botsignin/GetSignInResource?${query}`);
  return ((await response.json()) as { signInLink: string }).signInLink;
}

/** As Web Chat does it. */
const withSession = (link: string, sessionId: string) =>
  `${link}${encodeURIComponent(`&code_challenge=${sessionId}`)}`;

async function choose(link: string, cookie: string | undefined, oid = erik.oid) {
  const response = await fetch(link, {
    method: 'POST',
    headers: { ...(cookie && { cookie }), origin: new URL(link).origin },
    body: new URLSearchParams({ person: oid }),
  });
  const text = await response.text();
  return { status: response.status, text, code: /\b\d{6}\b/.exec(text)?.[0] };
}

async function getToken({ userId }: OpenBrowser, code?: string) {
  const query = { userId, channelId: 'webchat', connectionName, ...(code && { code }) };
  const response = await fetch(
    `${signIn.url}/api/usertoken/GetToken?${new URLSearchParams(query)}`,
  );
  return ((await response.json()) as { token?: string }).token;
}

const events = () => chat.received.filter(({ type }) => type === 'event');

describe('the sign-in that the chat’s own browser opened', () => {
  it('is done with a click, and the bot is told in the conversation it is for', async () => {
    const browser = await openBrowser();
    const link = withSession(await linkFor(browser), browser.sessionId);
    const page = await (await fetch(link)).text();
    expect(page).toContain('Ada Lovelace');
    expect(page).toContain('Europe only');

    const done = await choose(link, browser.cookie);
    expect(done).toMatchObject({ status: 200, code: undefined });
    expect(done.text).toContain('You can close this window');
    await expect.poll(events).toEqual([
      expect.objectContaining({
        name: 'tokens/response',
        value: { connectionName },
        channelId: 'webchat',
        from: expect.objectContaining({ id: mine }),
        conversation: { id: browser.conversationId },
      }),
    ]);
    const token = (await getToken(browser)) ?? '';
    expect(signIn.readPersonToken(token)).toBe(erik.caller);
    expect(`${link}${page}${done.text}${JSON.stringify(chat.received)}`).not.toContain(token);
    expect(await choose(link, browser.cookie)).toMatchObject({ status: 404 });
  });

  it('can be opened twice: the second click keeps the browser’s cookie', async () => {
    const browser = await openBrowser();
    const link = await linkFor(browser);
    const { token } = await chat.grant(mine, browser.conversationId);
    const session = await fetch(`${chat.url}/directline/session/getsessionid`, {
      headers: { authorization: `Bearer ${token}`, cookie: `other=1; ${browser.cookie}` },
    });
    expect(session.headers.get('set-cookie')).toBeNull();
    expect(await session.json()).toEqual({ sessionId: browser.sessionId });
    const { code } = await choose(
      withSession(link, browser.sessionId),
      `other=1; ${browser.cookie}`,
    );
    expect(code).toBeUndefined();
  });
});

describe('a sign-in that any other browser opened', () => {
  it.each<[string, (mine: OpenBrowser, theirs: OpenBrowser) => [string, string | undefined]]>([
    ['without the session’s id', ({ cookie }) => ['', cookie]],
    ['without the cookie', ({ sessionId }) => [sessionId, undefined]],
    ['with another browser’s cookie', ({ sessionId }, { cookie }) => [sessionId, cookie]],
    ['with another person’s id and cookie', (_, { sessionId, cookie }) => [sessionId, cookie]],
    ['with an empty cookie', ({ sessionId }) => [sessionId, 'chat_session=']],
    ['with an id cut short', ({ sessionId, cookie }) => [sessionId.slice(0, 8), cookie]],
    ['with nonsense', () => ['%&=\u0000', 'chat_session; =; ;']],
  ])('needs a code: %s', async (_, pick) => {
    const [browser, other] = [await openBrowser(mine), await openBrowser(theirs)];
    const [sessionId, cookie] = pick(browser, other);
    const { code } = await choose(
      withSession(await linkFor(browser), sessionId),
      cookie?.replace(/\0/g, ''),
    );
    expect(code).toMatch(/^\d{6}$/);
    expect(await getToken(browser)).toBeUndefined();
    expect(await getToken(other, code)).toBeUndefined();
    expect(signIn.readPersonToken((await getToken(browser, code)) ?? '')).toBe(erik.caller);
    expect(events()).toEqual([]);
  });

  it('is told in no conversation but the person’s own', async () => {
    const [browser, other] = [await openBrowser(mine), await openBrowser(theirs)];
    const tell = (conversationId = '') =>
      chat.signIn.tellSignedIn({ conversationId, userId: mine, connectionName });
    await tell(other.conversationId);
    await tell('unknown');
    expect(events()).toEqual([]);
    await tell(browser.conversationId);
    expect(events()).toHaveLength(1);
  });
});

describe('the demo’s sign-in', () => {
  it('says who can sign in', () => {
    expect(signIn.description).toBe(
      'In the demo you can sign in as Ada Lovelace (all regions) or Erik Lindqvist (Europe only).',
    );
  });

  it('trades no token that someone made for one of its own', async () => {
    const { userId } = await openBrowser();
    const times = { issuedAt: Date.now(), expiresAt: Date.now() + 3600_000 };
    const query = new URLSearchParams({ userId, channelId: 'webchat', connectionName });
    const response = await fetch(`${signIn.url}/api/usertoken/exchange?${query}`, {
      method: 'POST',
      body: JSON.stringify({ token: unsignedToken(ada, times) }),
    });
    expect(response.status).toBe(400);
    expect(signIn.readPersonToken(unsignedToken(ada, times))).toBeUndefined();
  });

  it('is open to no other page, under no other name, and to no other person', async () => {
    const browser = await openBrowser();
    const link = await linkFor(browser);
    const { host } = new URL(link);
    for (const headers of [
      { host: 'evil.example' },
      { host, origin: 'https://evil.example' },
      { host, origin: chat.url },
    ]) {
      for (const method of ['GET', 'POST']) {
        expect((await requestAs(link, headers, { method })).status).toBe(403);
      }
    }
    expect((await choose(link, undefined, 'de300000-0000-4000-8000-000000000000')).status).toBe(
      400,
    );
    expect(await getToken(browser)).toBeUndefined();
  });

  it('says in words when its link is over, or is none', async () => {
    for (const signin of ['', 'x', '&code_challenge=x']) {
      const link = `${signIn.url}/api/oauth/signin?${new URLSearchParams({ signin })}`;
      const response = await fetch(link);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('This sign-in is over');
      expect(await choose(link, undefined)).toMatchObject({ status: 404 });
    }
  });
});

describe('the session of the chat’s browser', () => {
  it('is for those who have a token of the chat', async () => {
    for (const authorization of ['', 'Bearer x']) {
      const response = await fetch(`${chat.url}/directline/session/getsessionid`, {
        headers: { authorization },
      });
      expect(response.status).toBe(403);
      expect(response.headers.get('set-cookie')).toBeNull();
    }
  });

  it('has a cookie that no script and no other site sees', async () => {
    const browser = await openBrowser();
    expect(browser.setCookie).toMatch(
      /^chat_session=[\w-]{32}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect((await openBrowser()).cookie).not.toBe(browser.cookie);
    expect(browser.sessionId).not.toContain(browser.cookie.split('=')[1]);
  });
});
